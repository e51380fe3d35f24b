import { Ahead } from "./ahead.js";
import { changed, fill, keptOf, lacking, named, note, notice, parsed, placeOf, serviceOf, toldOf, untold, waits } from "./kept.js";
import { send, sendsLater } from "./sender.js";
import { draftOf, dropped, forgotten, fresh, put, services } from "./vault.js";
import { onWay } from "./way.js";

/* A way through a service without a network: its kept pages one after another, each answer put by until it can be sent. */
const ONWARD = ["begin", "continue", "next", "as-typed", "back"];

export class Tunnel {
  /* `show` shows a page: title, main, address. `marks` remembers which services have something waiting. */
  constructor(show, marks) {
    Object.assign(this, { show, marks, typed: new Map(), came: null });
    this.ahead = new Ahead(marks, (...page) => this.#put(...page));
    navigator.serviceWorker?.addEventListener("message", () => this.back());
    document.addEventListener("swapped", () => { this.came = null; });
    document.addEventListener("visibilitychange", () => { if (!document.hidden && marks.all().length) this.back(); });
  }

  /* The form of a page of a kept service; `given` has what was sent since the draft was begun in this window, and `cut`
     whether the network has just failed. False where it is not taken, and the page stays as it is. */
  async take(path, typed, body, given, cut) {
    const service = serviceOf(path), what = typed.get("do"), begins = path === service, { ahead, came } = this;
    if (begins && what === "continue" && came) {
      given.clear();
      this.#put(came.html, came.address, came.words);
      return true;
    }
    if (!cut && ((await ahead.takes(service, path, typed, body, given)) || (await ahead.settled()))) return true;
    const unknown = ahead.blank.has(path); // the server may have another answer to this question
    const anew = begins && what === "begin";
    if (!cut && !this.marks.all().includes(service) && !(unknown && what === "next")) {
      if (anew) this.#forget();
      return false;
    }
    const kept = await keptOf(service);
    if (!kept || !ONWARD.includes(what) || document.documentElement.dataset.aloud === "together") return false;
    const begun = await draftOf(service), instead = anew && begun;
    if (!begun) this.marks.delete(service);
    if (instead && !document.querySelector("main [value=continue]")) return this.#offer(kept);
    if (anew) this.#forget();
    if (instead) await dropped(service); // what was begun before is not to be sent any more
    const before = instead ? null : begun, draft = before ?? (await this.#fresh(service, kept, anew, given, instead));
    if (!draft) return false;
    if (what === "back") return this.#back(service, kept, draft, path);
    /* On a page as it was kept, nobody knew of an answer given before. */
    const asKept = unknown || Boolean(document.querySelector(".waiting")), first = asKept && !draft.told.answered.includes(path.slice(service.length));
    const forms = begins ? draft.forms ?? [] : [{ url: path, body, first, asked: kept.version }];
    if (!begins) {
      const question = kept.questions.find(({ key }) => path === service + key);
      if (!question || lacking(question, typed)) return this.#asksAgain(kept, question);
      note(draft.told, question, typed);
      this.typed.set(path, typed);
    }
    await put(service, draft, forms);
    this.marks.add(service);
    if (begins) given.clear();
    if (anew || given.size) given.set(path, typed);
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

  /* Whoever begins may be somebody else: what was typed before comes back to nobody. */
  #forget() {
    this.typed.clear();
    this.ahead.half.clear();
  }

  /* The question before, with what was typed there in this window. */
  #back(service, kept, { told }, path) {
    const way = onWay(kept.questions, told.choices), at = way.findIndex(({ key }) => path === service + key);
    const before = way.slice(0, Math.max(at, 0)).reverse().find(({ html }) => html);
    if (!before) return false;
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

  /* The next question without an answer, as it was kept. One that takes several pages is left to the server, which asks it
     when it has the others. */
  async next(service) {
    const kept = await keptOf(service), { told } = await draftOf(service);
    const question = onWay(kept.questions, told.choices).find(({ key, html }) => html && !told.answered.includes(key));
    if (question) return this.#asked(service, kept, told, question);
    const page = await (await caches.match(`${service}waiting`)).text();
    return this.#put(page, `${service}waiting`);
  }

  /* A question as it was kept, while something waits. */
  #asked(service, kept, told, question) {
    this.#put(named(question.html, told.name), service + question.key, waits(kept), placeOf(kept, told, question));
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
      if (answer && !answer.gone && location.pathname === service) await this.#sentBefore(service, { ...answer, words });
      else if (again && told) this.ahead.overtake({ html: answer.html, address: answer.address, words: "" });
      else if (answer && told) told.textContent = words; // a question is being answered here: it stays
      else if (answer && here) this.#put(answer.html, answer.address, words);
      else if (!answer && here && document.querySelector("main[data-kept]")) await this.#stands(service);
      else if (!answer && here && told) changed(told, waits(await keptOf(service)));
    }
  }

  /* It was sent when the service was opened, and whoever opened it may be somebody else: what became of it is said, and the
     page itself is shown to whoever goes on. */
  async #sentBefore(service, came) {
    const kept = await keptOf(service);
    notice(document.querySelector("main")).say(came.words);
    if (!kept || came.on?.endsWith("/done")) return; // sent before: there is nothing to go on with
    this.#offer(kept);
    this.came = came;
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
