import { send } from "./sender.js";
import { draftOf, dropped, forgotten, fresh, put, services } from "./vault.js";
import { choice, onWay } from "./way.js";

/* A way through a service without a network: its kept pages one after another, each answer put by until it can be sent. */
const ONWARD = ["begin", "continue", "next", "as-typed", "back"];

export class Tunnel {
  /* `show` shows a page: title, main, address. `marks` remembers which services have something waiting. */
  constructor(show, marks) {
    Object.assign(this, { show, marks, typed: new Map() });
  }

  /* The form of a page of a kept service; `given` has what was answered since the draft was begun in this window.
     False where it cannot be taken, and the page stays as it is. */
  async take(path, typed, body, given) {
    const service = path.split("/").slice(0, 4).join("/") + "/", kept = await keptOf(service), what = typed.get("do");
    if (!kept || !ONWARD.includes(what) || document.documentElement.dataset.aloud === "together") return false;
    const begins = path === service, begun = await draftOf(service), anew = begins && begun && what === "begin";
    if (!begun) this.marks.delete(service);
    if (anew && !document.querySelector("main [value=continue]")) return this.#offer(kept);
    if (anew) await this.#drop(service);
    const before = anew ? null : begun, draft = before ?? (await this.#fresh(service, kept, begins && what === "begin", given, anew));
    if (!draft) return false;
    if (what === "back") return this.#back(service, kept, draft, path);
    /* On a page as it was kept, nobody knew of an answer given before. */
    const first = Boolean(document.querySelector(".waiting")) && !draft.told.answered.includes(path.slice(service.length));
    const forms = begins ? draft.forms ?? [] : [{ url: path, body, first }];
    if (!begins) {
      const question = kept.questions.find(({ key }) => path === service + key);
      if (!question || lacking(question, typed)) return this.#asksAgain(kept, question);
      note(draft.told, question, typed);
      this.typed.set(path, typed);
    }
    await put(service, draft, forms);
    this.marks.add(service);
    await this.on(service);
    return true;
  }

  /* Something waits already, and whoever holds the telephone now may be somebody else: nothing of it is shown, and no press
     of before means another thing. False where no way in stands here. */
  #offer({ words }) {
    const go = document.querySelector("main .go[value=begin]");
    if (!go) return false;
    const button = (className, value, textContent) => Object.assign(go.cloneNode(), { className, value, textContent });
    const told = document.createElement("p"), on = button("go", "continue", words.on);
    const held = document.activeElement === go;
    told.setAttribute("role", "status");
    go.replaceWith(told, on, button("second", "begin", words.anew));
    if (held) on.focus();
    told.textContent = words.half;
    return true;
  }

  /* What was begun before is not to be sent any more. */
  async #drop(service) {
    await dropped(service);
    this.typed.clear();
  }

  /* The question before, with what was typed there in this window. */
  #back(service, kept, { told }, path) {
    const way = onWay(kept.questions, told.choices), at = way.findIndex(({ key }) => path === service + key);
    const before = way[at - 1];
    if (!before?.html) return false;
    this.#put(named(before.html, told.name), service + before.key, kept.words.waiting);
    fill(this.typed.get(service + before.key));
    return true;
  }

  /* To the page the server shows once it has everything, or to the next kept one. */
  async on(service) {
    const answer = await send(service), left = await draftOf(service);
    if (!left) this.marks.delete(service);
    if (answer) return this.#put(answer.html, answer.address, answer.gone || answer.passed ? await became(service, answer) : "");
    return left ? this.next(service) : location.assign(service);
  }

  /* The next question without an answer, as it was kept. */
  async next(service) {
    const kept = await keptOf(service), { told } = await draftOf(service);
    const question = onWay(kept.questions, told.choices).find(({ key }) => !told.answered.includes(key));
    if (question?.html) return this.#put(named(question.html, told.name), service + question.key, kept.words.waiting);
    const page = await (await caches.match(`${service}waiting`)).text();
    return this.#put(page, `${service}waiting`);
  }

  /* Sends what waits after the window was opened anew, or the network has come back. */
  async back() {
    await forgotten(Date.now());
    for (const service of await services()) this.marks.add(service); // what waits is the queue's to say
    for (const service of this.marks.all()) {
      const answer = await send(service), here = location.pathname.startsWith(service), told = document.querySelector(".waiting");
      if (!(await draftOf(service))) this.marks.delete(service);
      const words = answer && (await became(service, answer));
      if (answer && told) told.textContent = words; // a question is being answered here: it stays
      else if (answer && here) this.#put(answer.html, answer.address, words);
      else if (!answer && here && document.querySelector("main[data-kept]")) await this.#stands(service);
    }
  }

  /* A kept page that was opened anew. */
  async #stands(service) {
    return location.pathname === service ? this.#offer(await keptOf(service)) : this.next(service);
  }

  /* `anew`: what the server has of before is dropped too. */
  async #fresh(service, kept, begins, given, anew) {
    if (!begins && !given.has(service)) return null;
    const draft = { key: await fresh(), told: { answered: [], choices: {}, name: "" } };
    if (begins) draft.forms = [{ url: service, body: new URLSearchParams({ do: anew ? "begin" : "continue" }) }];
    for (const question of kept.questions) {
      const before = begins ? null : given.get(service + question.key);
      if (before) note(draft.told, question, before);
    }
    return draft;
  }

  #asksAgain(kept, question) {
    if (!question) return false;
    this.show.again(kept.words.empty);
    return true;
  }

  #put(html, address, words = "") {
    const page = new DOMParser().parseFromString(html, "text/html"), main = page.querySelector("main");
    if (!main) return location.assign(address);
    const told = Object.assign(document.createElement("p"), { className: "echo waiting", role: "status" });
    if (words) main.prepend(told);
    this.show.page(page.title, main, new URL(address, location.href), 0);
    told.textContent = words; // said only when it comes into a page that is there
  }
}

/* What became of the answers that waited, in words. */
const became = async (service, { gone, passed }) => (await keptOf(service))?.words[gone ? "unsent" : passed ? "passed" : "sent"];

const keptOf = async (service) => (await globalThis.caches?.match(`${service}kept.json`))?.json();

function lacking({ required }, typed) {
  const words = [...typed].filter(([part]) => part !== "do").map(([, it]) => (typeof it === "string" ? it.trim() : it.size));
  return required && !words.some(Boolean);
}

function note(told, question, typed) {
  const chosen = choice(question, typed);
  if (!told.answered.includes(question.key)) told.answered.push(question.key);
  if (chosen !== null) told.choices[question.key] = chosen;
  if (question.applicant) told.name = [typed.get("family"), typed.get("given")].join(" ").trim();
}

function fill(typed) {
  for (const box of document.querySelectorAll("#answer [name]:is(input, textarea)")) {
    const text = typed?.get(box.name);
    if (typeof text !== "string") continue;
    if (box.matches("[type=radio], [type=checkbox]")) box.checked = box.value === text;
    else box.value = text;
  }
}

/* The applicant's name in the words of a question, as it was typed. */
function named(html, name) {
  const text = document.createElement("p");
  text.textContent = name;
  return html.replaceAll(/\{(?:applicant|name)\}/g, () => text.innerHTML.replaceAll('"', "&quot;"));
}
