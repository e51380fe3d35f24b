import { Foreseen } from "./foreseen.js";
import { fill, keptOf, lacking, listedNow, notice, parsed, personal, placeOf, serviceOf, toldOf, waits } from "./kept.js";
import { send, sendsLater } from "./sender.js";
import { draftOf, fresh, put, services } from "./vault.js";
import { choice, onWay } from "./way.js";

/* A choice can hardly be refused, and needs no server to tell the way: it is put by, the next question stands at once as it
   was kept, and the answer is sent behind; so is what is typed, where the server told beforehand what follows. The server
   has the last word: where it answers otherwise, its page is shown, and what was typed meanwhile comes back with its
   question. */
const DOUBTFUL = "main :is(.summary, .doubt, .waiting)", SLOW = 1000;

export class Ahead {
  /* `show` shows a page: html, address, words above it, its place on the way. */
  constructor(marks, show) {
    Object.assign(this, { marks, show, list: null, kept: null, key: null, touched: false, due: null, sending: null });
    this.next = new Map(); // which question was shown after which
    this.seen = new Set([location.pathname]); // pages that stood here: the server may have something of them
    this.blank = new Set(); // pages shown as they were kept, whatever the server has
    this.half = new Map(); // what was being typed where the server's page came between
    this.foreseen = new Foreseen(() => this.#idle());
    document.addEventListener("kept", () => this.#list());
    document.addEventListener("swapped", () => this.#came());
    addEventListener("input", () => { this.touched = true; });
    this.#list();
  }

  async #list() {
    const service = serviceOf(location.pathname), kept = await keptOf(service).catch(() => null);
    if (!kept || !(await listedNow(service))) return;
    Object.assign(this, { service, list: kept, kept });
    await services().catch(() => {}); // opened now, the first press need not wait for it
    document.querySelector(".live").dataset.ahead = service;
  }

  /* True where the next page stands already; else the server is to be asked. */
  async takes(service, path, typed, body, given) {
    if (this.#overtaken()) return true;
    const begins = path === service, after = new Map(begins ? [] : given).set(path, typed);
    const page = this.#next(service, path, after) ?? (await this.#foreseen(service, typed, after));
    if (!page) return false;
    const told = toldOf(this.list.questions, service, after), first = this.blank.has(path);
    const form = { url: path, body: begins ? new URLSearchParams({ do: "continue" }) : body, first, asked: this.list.version };
    if (!(await this.#put(service, told, form))) return false;
    if (begins) {
      given.clear();
      this.half.clear();
    }
    given.set(path, typed);
    this.next.set(path, page.there);
    if (page.place) this.blank.add(page.there);
    this.show(page.html, page.there, "", page.place);
    this.sending = Promise.resolve(this.sending).then(() => this.#send(service));
    return true;
  }

  /* Comes back when nothing is on its way any more; true where another page came between. */
  async settled() {
    if (!this.sending) return this.#overtaken();
    const live = document.querySelector(".live"), here = document.querySelector("main");
    const wait = setTimeout(() => { live.textContent = live.dataset.wait; }, SLOW);
    await this.sending;
    clearTimeout(wait);
    live.textContent = "";
    return this.#overtaken() || here !== document.querySelector("main");
  }

  /* The question that may be shown as it was kept: one that nobody has seen, where this window knows the whole draft. */
  #next(service, path, after) {
    const { list } = this, typed = after.get(path);
    if (this.service !== service || !this.#able()) return null;
    if (path === service ? !this.#beginning(typed) : !after.has(service) || !chosen(list, path, typed)) return null;
    const { questions } = list, told = toldOf(questions, service, after);
    if (questions.some(({ kind, key }) => kind === "household" && after.has(service + key))) return null;
    const next = onWay(questions, told.choices).find(({ key }) => !told.answered.includes(key)), there = service + next?.key;
    if (!next?.html || personal(next.html) || this.seen.has(there) || after.has(there)) return null;
    return { html: next.html, there, place: placeOf(list, told, next) };
  }

  /* The question that the server said would follow, while this was typed. */
  async #foreseen(service, typed, after) {
    const known = this.service === service && after.has(service) && typed.get("do") === "next" && this.#able();
    const page = known && (await this.foreseen.after(typed));
    return page && page.there.startsWith(service) ? page : null;
  }

  async #idle() {
    await this.sending;
    return this.#able() && !this.marks.all().includes(this.service);
  }

  /* Whether an answer on this page may be sent behind. */
  #able() {
    return Boolean(this.list) && document.documentElement.dataset.aloud !== "together" && !document.querySelector(DOUBTFUL);
  }

  /* False where this browser keeps nothing. */
  async #put(service, told, form) {
    const before = this.key;
    try {
      this.marks.add(service);
      this.key ??= await fresh();
      await put(service, { key: this.key, told }, [form]);
    } catch {
      this.key = before;
      if (!before) this.marks.delete(service);
      return false;
    }
    return true;
  }

  /* Nothing was begun before, and nobody has to stand in line. */
  #beginning(typed) {
    const alone = !this.list.line && !this.marks.all().includes(this.service);
    return alone && typed.get("do") === "begin" && !document.querySelector("main [value=continue], main[data-kept]");
  }

  async #send(service) {
    const late = setTimeout(sendsLater, SLOW), answer = await send(service).catch(() => null);
    const left = await draftOf(service).catch(() => null);
    clearTimeout(late);
    if (!left) {
      this.marks.delete(service);
      this.key = null;
    }
    if (answer) this.#answered(service, answer);
    else if (left) sendsLater();
    if (!answer && left && location.pathname.startsWith(service) && !document.querySelector("main .waiting"))
      notice(document.querySelector("main")).say(waits(this.kept));
  }

  #answered(service, answer) {
    const { html, address, url, on, gone, passed } = answer, { words } = this.kept;
    if (!gone && on && new URL(on, location.href).pathname === this.next.get(url)) return this.#confirmed(html, address);
    if (!location.pathname.startsWith(service)) return; // it is asked once more when somebody comes back
    this.overtake({ html, address, words: gone ? words.unsent : passed ? words.passed : on ? words.sent : "" });
  }

  /* The server's page in the place of the one that stands here; where somebody types, with their next press. */
  overtake(page) {
    this.due = page;
    if (!this.touched) this.#overtaken();
  }

  #overtaken() {
    const { due } = this, form = document.getElementById("answer");
    if (!due) return false;
    this.due = null;
    if (this.touched && form) this.half.set(location.pathname, new FormData(form));
    this.seen.clear(); // nothing is known for certain any more
    this.list = null;
    this.show(due.html, due.address, due.words);
    return true;
  }

  /* The server shows the same question. What it knows besides (an answer of another telephone) is shown if nobody types. */
  #confirmed(html, address) {
    const page = parsed(html).querySelector("main"), path = new URL(address, location.href).pathname;
    if (location.pathname !== path || !this.blank.has(path)) return;
    const ours = document.getElementById("answer"), theirs = page?.querySelector("#answer");
    if (!ours || !theirs) return;
    if (asked(ours) !== asked(theirs)) return void (this.touched || this.show(html, address));
    this.blank.delete(path);
    for (const { name, autocomplete } of theirs.querySelectorAll("input[autocomplete]"))
      ours.querySelector(`[name="${name}"]`)?.setAttribute("autocomplete", autocomplete);
  }

  #came() {
    const path = location.pathname, half = this.half.get(path);
    Object.assign(this, { touched: false, due: null });
    this.seen.add(path);
    if (!half || document.querySelector("main .summary")) return;
    this.half.delete(path);
    this.touched = true;
    fill(half);
  }
}

/* Whether an answer is one of those that a question offers, and is sent on. */
function chosen({ questions }, path, typed) {
  const question = questions.find(({ key }) => path.endsWith(`/${key}`));
  return question && typed.get("do") === "next" && !lacking(question, typed) && choice(question, typed) !== null;
}

/* What a question asks, and what stood in its boxes before anybody typed. */
function asked(form) {
  const told = ({ name, value, defaultValue, defaultChecked }) => `${name}=${defaultValue ?? value} ${defaultChecked}`;
  const boxes = [...form.querySelectorAll("[name]")].map(told);
  return form.textContent.replaceAll(/\s+/g, " ") + boxes;
}
