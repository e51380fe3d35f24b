import { Ahead } from "./ahead.js";
import { fill, keptOf, lacking, named, note, notice, parsed, placeOf, serviceOf, toldOf, untold } from "./kept.js";
import { send, sendsLater } from "./sender.js";
import { draftOf, dropped, forgotten, fresh, put, services } from "./vault.js";
import { onWay } from "./way.js";

/* A way through a service without a network: its kept pages one after another, each answer put by until it can be sent. */
const ONWARD = ["begin", "continue", "next", "as-typed", "back"];

export class Tunnel {
  /* `show` shows a page: title, main, address. `marks` remembers which services have something waiting. */
  constructor(show, marks) {
    Object.assign(this, { show, marks, typed: new Map() });
    this.ahead = new Ahead(marks, (...page) => this.#put(...page));
    navigator.serviceWorker?.addEventListener("message", () => this.back());
    document.addEventListener("visibilitychange", () => { if (!document.hidden && marks.all().length) this.back(); });
  }

  /* The form of a page of a kept service; `given` has what was sent since the draft was begun in this window, and `cut`
     whether the network has just failed. False where it is not taken, and the page stays as it is. */
  async take(path, typed, body, given, cut) {
    const service = serviceOf(path), what = typed.get("do"), { ahead } = this;
    if (!cut && ((await ahead.takes(service, path, typed, body, given)) || (await ahead.settled()))) return true;
    const unknown = ahead.blank.has(path); // the server may have another answer to this question
    if (!cut && !this.marks.all().includes(service) && !(unknown && what === "next")) return false;
    const kept = await keptOf(service);
    if (!kept || !ONWARD.includes(what) || document.documentElement.dataset.aloud === "together") return false;
    const begins = path === service, begun = await draftOf(service), anew = begins && begun && what === "begin";
    if (!begun) this.marks.delete(service);
    if (anew && !document.querySelector("main [value=continue]")) return this.#offer(kept);
    if (anew) await this.#drop(service);
    const before = anew ? null : begun, draft = before ?? (await this.#fresh(service, kept, begins && what === "begin", given, anew));
    if (!draft) return false;
    if (what === "back") return this.#back(service, kept, draft, path);
    /* On a page as it was kept, nobody knew of an answer given before. */
    const asKept = unknown || Boolean(document.querySelector(".waiting")), first = asKept && !draft.told.answered.includes(path.slice(service.length));
    const forms = begins ? draft.forms ?? [] : [{ url: path, body, first }];
    if (!begins) {
      const question = kept.questions.find(({ key }) => path === service + key);
      if (!question || lacking(question, typed)) return this.#asksAgain(kept, question);
      note(draft.told, question, typed);
      this.typed.set(path, typed);
    }
    await put(service, draft, forms);
    this.marks.add(service);
    if (begins) given.clear();
    if (what === "begin" || given.size) given.set(path, typed);
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
    this.#asked(service, kept, told, before);
    fill(this.typed.get(service + before.key));
    return true;
  }

  /* To the page the server shows once it has everything, or to the next kept one. */
  async on(service) {
    const answer = await send(service), left = await draftOf(service);
    if (!left) this.marks.delete(service);
    else if (!answer) sendsLater();
    if (answer) return this.#put(answer.html, answer.address, answer.gone || answer.passed ? await became(service, answer) : "");
    return left ? this.next(service) : location.assign(service);
  }

  /* The next question without an answer, as it was kept. */
  async next(service) {
    const kept = await keptOf(service), { told } = await draftOf(service);
    const question = onWay(kept.questions, told.choices).find(({ key }) => !told.answered.includes(key));
    if (question?.html) return this.#asked(service, kept, told, question);
    const page = await (await caches.match(`${service}waiting`)).text();
    return this.#put(page, `${service}waiting`);
  }

  /* A question as it was kept, while something waits. */
  #asked(service, kept, told, question) {
    this.#put(named(question.html, told.name), service + question.key, kept.words.waiting, placeOf(kept, told, question));
  }

  /* Sends what waits after the window was opened anew, or the network has come back. */
  async back() {
    await forgotten(Date.now());
    for (const service of await services()) this.marks.add(service); // what waits is the queue's to say
    for (const service of this.marks.all()) {
      const answer = await send(service), here = location.pathname.startsWith(service), told = document.querySelector(".waiting");
      if (!(await draftOf(service))) {
        this.marks.delete(service);
        if (!answer) {
          await this.#elsewhere(service, told);
          continue;
        }
      }
      const words = answer && (await became(service, answer));
      const again = answer && !answer.on && !answer.gone;
      if (again && told) this.ahead.overtake({ html: answer.html, address: answer.address, words: "" });
      else if (answer && told) told.textContent = words; // a question is being answered here: it stays
      else if (answer && here) this.#put(answer.html, answer.address, words);
      else if (!answer && here && document.querySelector("main[data-kept]")) await this.#stands(service);
    }
  }

  /* What waited was sent by another window, or with every page closed. */
  async #elsewhere(service, told) {
    if (!location.pathname.startsWith(service)) return;
    if (location.pathname === `${service}waiting`) location.assign(service);
    else if (told) told.textContent = (await keptOf(service))?.words.sent;
  }

  /* A kept page that was opened anew. */
  async #stands(service) {
    return location.pathname === service ? this.#offer(await keptOf(service)) : this.next(service);
  }

  /* `anew`: what the server has of before is dropped too. */
  async #fresh(service, kept, begins, given, anew) {
    if (!begins && !given.has(service)) return null;
    const draft = { key: await fresh(), told: begins ? untold() : toldOf(kept.questions, service, given) };
    if (begins) draft.forms = [{ url: service, body: new URLSearchParams({ do: anew ? "begin" : "continue" }) }];
    return draft;
  }

  #asksAgain(kept, question) {
    if (!question) return false;
    this.show.again(kept.words.empty);
    return true;
  }

  #put(html, address, words = "", place = null) {
    const page = parsed(html), main = page.querySelector("main");
    if (!main) return location.assign(address);
    if (place) placed(main, place);
    const told = words && notice(main);
    this.show.page(page.title, main, new URL(address, location.href), 0);
    if (told) told.say(words);
  }
}

/* What became of the answers that waited, in words. */
const became = async (service, { gone, passed }) => (await keptOf(service))?.words[gone ? "unsent" : passed ? "passed" : "sent"];

/* How far along a kept page is, as the server tells it. */
function placed(main, { n, of, words }) {
  const way = main.querySelector(".way"), told = document.createElement("span");
  told.textContent = words.replace("{n}", n).replace("{of}", of);
  way.append(told);
  way.after(Object.assign(document.createElement("progress"), { max: of, value: n, ariaHidden: "true" }));
}
