/* On a slow line the server is asked beforehand what it would answer to what is typed. Nothing of that is kept there; its
   page is at hand when 「次へ」 is pressed, and the answer is put by and sent behind like a choice. */
const WRITTEN = "input[type=text], textarea";
const PAUSE = 500, SLOW_LINE = 250, ENOUGH = 5000, MOST = 4; // milliseconds; the last: times for one page

export class Foreseen {
  /* `able`: comes back when nothing is on its way, and tells whether an answer of this page may be sent behind. */
  constructor(able) {
    Object.assign(this, { able, timer: 0, asked: 0, body: "", page: null });
    addEventListener("input", ({ target }) => { if (target.form?.id === "answer") this.#soon(target.form); });
    document.addEventListener("swapped", () => { this.asked = 0; this.#nothing(); });
  }

  /* The page that follows what is sent, with its address; null where it was not asked for, or is no question. */
  async after(typed) {
    return this.body === words(typed) ? this.page : null;
  }

  #nothing() {
    clearTimeout(this.timer);
    Object.assign(this, { body: "", page: null });
  }

  #soon(form) {
    this.#nothing();
    this.timer = setTimeout(() => this.#ask(form), PAUSE);
  }

  #ask(form) {
    if (!form.isConnected || !form.querySelector(WRITTEN) || this.asked >= MOST || !slow()) return;
    const typed = new FormData(form);
    typed.append("do", "next");
    this.asked += 1;
    this.body = words(typed);
    this.page = this.able().then((able) => (able ? answered(form.action, this.body) : null)).catch(() => null);
  }
}

const words = (typed) => ([...typed].some(([, it]) => typeof it !== "string") ? null : new URLSearchParams(typed).toString());

async function answered(url, body) {
  const headers = { "X-Swap": "1", "X-Beforehand": "1", "Content-Type": "application/x-www-form-urlencoded" };
  const answer = await fetch(url, { method: "POST", body, headers, signal: AbortSignal.timeout(ENOUGH) });
  const on = answer.headers.get("Content-Location"), html = await answer.text();
  const { pathname } = new URL(on ?? url, url);
  const question = answer.ok && on && html.includes(`action="${pathname}"`) && answer.headers.get("X-Build") === build();
  return question ? { html, there: pathname } : null;
}

function build() {
  const named = (it, name) => document.head.querySelector(it).getAttribute(name);
  return `${named("[rel=stylesheet]", "href")} ${named("script", "src")}`;
}

/* Whether the last answer of the server took its time. */
function slow() {
  const fetched = performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType === "fetch");
  return fetched.length > 0 && fetched.at(-1).duration > SLOW_LINE;
}
