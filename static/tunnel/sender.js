import { draftOf, finished, sent, unsealed, waitingOf } from "./vault.js";

/* Sends what waits, in order, each form until the server has it; twice the same is once. Only one page sends at a time. */
export const send = (service) => navigator.locks.request(`yorisoi ${service}`, () => all(service));

/* The page to show: the first that asks once more, else the last; null while there is no network. */
async function all(service) {
  let again = null, last = null;
  do {
    const draft = await draftOf(service);
    for (const form of await waitingOf(service)) {
      last = await one(draft.key, form);
      if (last?.gone && form.url !== service) last = await anew(draft.key, form, service);
      if (!last || last.gone) return last;
      await sent(form.n);
      if (!last.on) again ??= last;
    }
  } while (!(await finished(service)));
  return again ?? last;
}

/* The draft is there no more: once more with another one. */
async function anew(key, form, service) {
  const begun = await one(key, null, service);
  return begun && !begun.gone ? one(key, form) : begun;
}

/* A draft that is there is gone on with, never begun anew. */
const BEGIN = { body: "do=continue", type: "application/x-www-form-urlencoded" };

async function one(key, form, url = form.url) {
  const body = form ? await unsealed(key, form) : BEGIN.body;
  const headers = { "Content-Type": (form ?? BEGIN).type, "X-Swap": "1" };
  const answer = await fetch(url, { method: "POST", body, headers }).catch(() => null);
  if (!answer || answer.status >= 500 || answer.status === 429) return null;
  const on = answer.headers.get("Content-Location");
  /* Where nothing can be begun any more, the page of the service says so, and what was written stays. */
  const closed = on === url && url.endsWith("/");
  return { html: await answer.text(), address: on ?? url, on, gone: answer.status === 404 || closed };
}
