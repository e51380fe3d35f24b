/* Shows the next page inside this one: one round trip, nothing jumps. Without this file every form and link works as ever.
   Marked forms and links are fetched with X-Swap; the answer is <title> and <main>; Content-Location is its address.
   The answer to a button may be at hand, in a template with its value: then nothing is fetched at all.
   Where a link leads that most people follow (data-ahead) is fetched while they read. */
const live = document.querySelector(".live");
const asked = "form[data-swap]", linked = "a[data-swap]";
const path = (url) => url.pathname + url.search;
const built = (it, name) => document.head.querySelector(it).getAttribute(name);
const build = `${built("[rel=stylesheet]", "href")} ${built("script", "src")}`;
let shown = path(location), busy = false, ahead = {};

/* While a question is asked, the header's buttons carry typed words along, and Enter means "next"; they come back to the page now shown. */
function tieHeader() {
  const answering = document.getElementById("answer") ? "answer" : null;
  for (const button of document.querySelectorAll("header button, .away"))
    answering || button.matches(".aloud, .wishes *") ? button.setAttribute("form", answering ?? "comfort") : button.removeAttribute("form");
  const back = document.querySelector("header [name=back]");
  if (back) back.value = shown;
}

function place(main, y) {
  const wanted = main.querySelector("[data-focus]"), box = wanted?.matches("input, textarea");
  const target = wanted ?? main.querySelector("h1") ?? main;
  if (!wanted) target.tabIndex = -1;
  if (!box) scrollTo(0, y);
  target.focus({ preventScroll: !box });
}

function show(title, main, address, y) {
  history.scrollRestoration = "manual";
  if (path(address) !== shown) {
    history.replaceState({ y: scrollY }, "");
    history.pushState(null, "", address);
    shown = path(address);
  }
  document.title = title;
  document.querySelector("main").replaceWith(main);
  tieHeader();
  place(main, y);
  document.dispatchEvent(new Event("swapped"));
}

/* Milliseconds after which a line that hangs is cut; a photo may take longer on a slow one. */
const HANGS = 30000;

async function ask(url, more) {
  const stop = new AbortController(), limit = more.body instanceof FormData ? 0 : setTimeout(() => stop.abort(), HANGS);
  try {
    const answer = await fetch(url, { ...more, headers: { "X-Swap": "1" }, signal: stop.signal });
    const told = (name, otherwise) => answer.headers.get(name) ?? otherwise;
    return { status: answer.status, html: await answer.text(), at: told("Content-Location", answer.url), build: told("X-Build", build) };
  } finally {
    clearTimeout(limit);
  }
}

/* Not for a reader who saves data; what does not come is fetched when it is wanted. */
function lookAhead() {
  const url = !navigator.connection?.saveData && document.querySelector("a[data-ahead]")?.href;
  const came = (answer) => (answer.status === 200 ? answer : null);
  ahead = url ? { url, answer: ask(url, { priority: "low" }).then(came, () => null) } : {};
}
document.addEventListener("swapped", lookAhead);
lookAhead();

/* Says nothing for a second, then that it is under way. Throws when the net is cut or the town's machine cannot answer now. */
async function bring(url, { y = 0, body, method = "GET" } = {}) {
  busy = true;
  const wait = setTimeout(() => { live.textContent = live.dataset.wait; }, 1000);
  try {
    const answer = (url === ahead.url && (await ahead.answer)) || (await ask(url, { method, body }));
    ahead = {};
    if (answer.status >= 500 || answer.status === 429) throw new Error("not now");
    const address = new URL(answer.at, location.href);
    const page = new DOMParser().parseFromString(answer.html, "text/html"), main = page.querySelector("main");
    /* A page of another build stands on another style and script: it comes whole. */
    main && answer.build === build ? show(page.title, main, address, y) : location.assign(address);
  } finally {
    clearTimeout(wait);
    live.textContent = "";
    busy = false;
  }
}

/* What was typed stays; what to do next stands by the thing that was pressed. */
function cut(beside, told = live.dataset.cut) {
  document.querySelector(".cut")?.remove();
  const words = document.createElement("p");
  words.className = "error cut";
  words.setAttribute("role", "alert");
  words.textContent = told;
  beside.before(words);
  words.scrollIntoView({ block: "nearest" });
}

/* Shown when what it asks of the form is chosen; whatever is filled in goes along in the form that it brings. */
function atHand(form, button) {
  const kept = document.querySelector(`template[data-do="${button.value}"]`), typed = new FormData(form);
  if (!kept || (kept.dataset.part && typed.get(kept.dataset.part) !== kept.dataset.is)) return false;
  const main = Object.assign(document.createElement("main"), { id: "main" });
  main.append(kept.content.cloneNode(true));
  const title = main.querySelector("title"), next = main.querySelector("form");
  for (const [name, value] of typed)
    if (!next.elements[name]) next.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  title.remove();
  show(title.text, main, location, 0);
  return true;
}

/* Where the network fails, or something waits already, a kept service takes answers and sends them later. */
const WAITING = "yorisoi-waiting", given = new Map();
const marks = {
  all: () => JSON.parse(localStorage.getItem(WAITING) ?? "[]"),
  add: (service) => localStorage.setItem(WAITING, JSON.stringify([...new Set([...marks.all(), service])])),
  delete: (service) => localStorage.setItem(WAITING, JSON.stringify(marks.all().filter((one) => one !== service))),
};
const waits = () => { try { return marks.all(); } catch { return []; } };
let made = null;

/* Where it was not kept and cannot be had, it is asked for again the next time. */
function tunnel() {
  const shows = { page: show, again: (words) => cut(document.querySelector("main .go"), words) };
  made ??= import(live.dataset.tunnel).then((it) => new it.Tunnel(shows, marks)).catch((none) => { made = null; throw none; });
  return made;
}

/* What was answered since 「はじめる」 stays in this window's memory, for a tunnel that begins in the midst. */
function remember(at, typed) {
  const what = typed.get("do");
  if (what === "begin" || what === "continue") given.clear();
  if (what === "begin" || given.size) given.set(at, typed);
}

async function sent(form, typed, body, beside) {
  const at = new URL(form.action).pathname, later = (cut) => tunnel().then((it) => it.take(at, typed, body, given, cut));
  const waiting = () => waits().some((service) => at.startsWith(service));
  busy = true;
  try {
    if ((made || waiting()) && (await later())) return;
    if (waiting()) throw new Error("what waits comes first");
    await bring(form.action, { method: "POST", body });
    remember(at, typed);
  } catch {
    if (waiting() || !(await later(true).catch(() => false))) cut(beside);
  } finally {
    busy = false;
  }
}

addEventListener("submit", (event) => {
  const form = event.target, button = event.submitter;
  if (!form.matches(asked) || !button || button.closest("header") || event.defaultPrevented) return;
  event.preventDefault();
  if (busy || atHand(form, button)) return;
  const typed = new FormData(form);
  if (button.name) typed.append(button.name, button.value);
  const body = form.enctype === "multipart/form-data" ? typed : new URLSearchParams(typed);
  sent(form, typed, body, form.contains(button) ? button : form.querySelector(".go"));
});

addEventListener("click", (event) => {
  const link = event.target.closest?.(linked);
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (!busy) bring(link.href).catch(() => cut(link));
});

/* The second press of a shaking hand was meant for the page before: it is no answer to this one. */
let pressed = null;
addEventListener("click", (event) => {
  if (event.detail < 2) pressed = event.target;
  else if (pressed && !pressed.isConnected) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

addEventListener("popstate", (event) => {
  if (path(location) === shown) return;
  shown = path(location);
  bring(location.href, { y: event.state?.y ?? 0 }).catch(() => location.reload());
});

/* Back from the browser's own memory: nothing is under way any more. */
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  busy = false;
  live.textContent = "";
  lookAhead();
});

/* A browser that was killed may have forgotten the marks, and kept the answers themselves. */
async function back() {
  const bases = (await indexedDB.databases?.()) ?? [];
  if (waits().length || bases.some(({ name }) => name === "yorisoi")) await (await tunnel()).back();
}
const again = () => { back().catch(() => {}); };
addEventListener("online", again);
document.addEventListener("kept", tunnel);
again();
