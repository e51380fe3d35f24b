import { draftOf, finished, sent, unsealed, waitingOf } from "./vault.js";

/* Sends what waits, in order, each form until the server has it; twice the same is once. Only one page sends at a time. */
export const send = (service) => alone(`yorisoi ${service}`, () => all(service));
/* Where a browser has no locks, two pages may send the same: it is taken once. */
const alone = (name, work) => navigator.locks?.request(name, work) ?? work();

/* Where a browser can, what waits is sent when the network is back, with every page closed (static/worker/closed.js). */
export async function sendsLater() {
  const place = await navigator.serviceWorker?.getRegistration();
  await place?.sync?.register("yorisoi").catch(() => {});
}

/* The page to show: the first that asks once more, else the last; null while there is no network. `passed`: some were not used. */
async function all(service) {
  let again = null, last = null, passed = false;
  do {
    const draft = await draftOf(service);
    for (const form of await waitingOf(service)) {
      last = await one(form.key ?? draft.key, form);
      if (last?.gone && form.url !== service) last = await anew(form.key ?? draft.key, form, service);
      if (!last || last.gone) return last;
      await sent(form.n);
      passed ||= last.passed;
      if (!last.on) again ??= last;
    }
  } while (!(await finished(service)));
  return last && { ...(again ?? last), passed };
}

/* The draft is there no more: once more with another one. */
async function anew(key, form, service) {
  const begun = await one(key, null, service);
  return begun && !begun.gone ? one(key, form) : begun;
}

/* A line that hangs is no network: milliseconds for any form, and bytes a millisecond that the slowest line carries. */
const PATIENCE = 20000, SLOWEST = 2;

/* A draft that is there is gone on with, never begun anew. */
const BEGIN = { body: "do=continue", type: "application/x-www-form-urlencoded" };

async function one(key, form, url = form.url) {
  const body = form ? await unsealed(key, form) : new TextEncoder().encode(BEGIN.body);
  const late = { "X-Late": form?.first ? "first" : "again", "X-Asked": form?.asked ?? "" };
  const headers = { "Content-Type": (form ?? BEGIN).type, "X-Swap": "1", ...late };
  const stop = new AbortController(), limit = setTimeout(() => stop.abort(), PATIENCE + body.byteLength / SLOWEST);
  try {
    const answer = await fetch(url, { method: "POST", body, headers, signal: stop.signal }), told = answer.headers;
    /* What stands between may answer in our place: that is no answer of ours. */
    if (answer.status >= 500 || answer.status === 429 || !told.has("Cross-Origin-Resource-Policy")) return null;
    const on = told.get("Content-Location"), html = await answer.text();
    /* Where nothing can be begun any more, the page of the service says so, and what was written stays. */
    const closed = on === url && url.endsWith("/");
    return { html, url, address: on ?? url, on, gone: answer.status === 404 || closed, passed: told.has("X-Passed") };
  } catch {
    return null;
  } finally {
    clearTimeout(limit);
  }
}
