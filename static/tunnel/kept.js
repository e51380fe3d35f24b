import { choice, onWay } from "./way.js";

/* What is kept of a service (static/worker/service.js), read and shown. */
const LIST = "kept.json";

export const serviceOf = (path) => path.split("/").slice(0, 4).join("/") + "/";

export const keptOf = async (service) => (await globalThis.caches?.match(service + LIST))?.json();

/* Whether the list was had from the server since this window was opened: what is older may be of another day. */
export async function listedNow(service) {
  const at = await (await caches.open(`service ${service}${LIST}`)).match("/opened");
  return Number(await at?.text()) >= performance.timeOrigin;
}

/* Whether something is to be answered here, and nothing was. */
export function lacking({ required }, typed) {
  const words = [...typed].filter(([part]) => part !== "do").map(([, it]) => (typeof it === "string" ? it.trim() : it.size));
  return required && !words.some(Boolean);
}

/* What is known of a draft of which nothing was answered. */
export const untold = () => ({ answered: [], choices: {}, name: "" });

export function note(told, question, typed) {
  const chosen = choice(question, typed);
  if (!told.answered.includes(question.key)) told.answered.push(question.key);
  if (chosen !== null) told.choices[question.key] = chosen;
  if (question.applicant) told.name = [typed.get("family"), typed.get("given")].join(" ").trim();
}

/* What was answered since the draft was begun in this window. */
export function toldOf(questions, service, given) {
  const told = untold();
  for (const question of questions) {
    const typed = given.get(service + question.key);
    if (typed?.get("do") === "next") note(told, question, typed);
  }
  return told;
}

/* How far along a question is, as the server tells it; nothing of a list that was kept long ago. */
export function placeOf({ questions, shortest, words }, { choices }, { key }) {
  const n = onWay(questions, choices).findIndex((one) => one.key === key) + 1;
  return words.place && { n, of: onWay(questions, { ...shortest, ...choices }).length, words: words.place };
}

export function fill(typed) {
  for (const box of document.querySelectorAll("#answer [name]:is(input, textarea)")) {
    const text = typed?.get(box.name);
    if (typeof text !== "string") continue;
    if (box.matches("[type=radio], [type=checkbox]")) box.checked = box.value === text;
    else box.value = text;
  }
}

const NAMES = /\{(?:applicant|name)\}/g;

/* Somebody's name stands in the words of the question. */
export const personal = (html) => html.search(NAMES) >= 0;

/* The applicant's name in the words of a question, as it was typed. */
export function named(html, name) {
  const text = document.createElement("p");
  text.textContent = name;
  return html.replaceAll(NAMES, () => text.innerHTML.replaceAll('"', "&quot;"));
}

export const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

/* Why something still waits, as far as the browser knows: there is no network, or nobody answers. */
export const waits = ({ words }) => (navigator.onLine && words.away) || words.waiting;

/* Words that stand above a page, and are said only when they come into one that is there: `say` says them. */
export function notice(main) {
  const told = Object.assign(document.createElement("p"), { className: "echo waiting", role: "status" });
  main.prepend(told);
  return { say: (words) => { told.textContent = words; } };
}

/* Said once more only where it is something else. */
export function changed(told, words) {
  if (told.textContent !== words) told.textContent = words;
}
