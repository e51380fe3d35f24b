/* Before the desk closes the page says so, and one press goes on. What is left the server tells; to ask is not to use the desk. */
const notice = document.querySelector("[data-rest]"), said = document.createElement("p");
const MINUTE = 60, EVERY = 10_000, SOON = { rest: [MINUTE, 2 * MINUTE], day: [2 * MINUTE, 10 * MINUTE] };
/* Seconds left when the server was asked, and when that was; what is told now; where the focus was before it came here. */
let left, at, shown = "", before;
const others = notice && new BroadcastChannel(notice.dataset.rest);
function learn(told) { left = told; at = [performance.now(), Date.now()]; }
/* One clock may stand while the machine sleeps, the other may be set: at worst the server is asked too soon. */
const gone = () => Math.max(performance.now() - at[0], Date.now() - at[1]) / 1000;
const ends = () => Math.min(left.rest, left.day) - gone();
function due() {
  if (ends() <= 0) return "over";
  const rest = left.rest - gone(), day = left.day - gone();
  const [what, end] = rest <= 2 * MINUTE && rest + MINUTE < day ? ["rest", rest] : ["day", day];
  const near = SOON[what].find((seconds) => end <= seconds);
  return near ? `${what} ${near}` : "";
}
async function ask(method = "GET") {
  const answer = await fetch(notice.dataset.rest, { method, redirect: "manual" }).catch(() => null);
  if (answer?.type === "opaqueredirect") learn({ rest: 0, day: 0 });
  else if (answer?.status === 204) learn({ rest: 3 * MINUTE, day: 11 * MINUTE }); /* a resident has the screen: nothing yet */
  else if (answer?.ok) learn(await answer.json());
  else return false;
  return true;
}
/* One of them is told, or none. The focus is left where it is; only who pressed here is brought back to where they were. */
function put(what = "") {
  const on = document.activeElement, here = notice.contains(on);
  for (const one of notice.children) one.hidden = one.dataset.when !== what;
  notice.hidden = !what;
  if (here && !on.checkVisibility()) {
    on.blur();
    before?.focus({ preventScroll: true });
  } else if (what && on?.matches("main *, footer *") && on.getBoundingClientRect().bottom > notice.getBoundingClientRect().top)
    on.scrollIntoView({ block: "nearest" });
}
/* Of a high notice the words and the button stay in view. */
function fit() {
  const button = notice.querySelector("[data-when]:not([hidden]) button"), high = notice.offsetHeight, room = innerHeight * 0.32;
  const must = button ? button.getBoundingClientRect().bottom - notice.getBoundingClientRect().top + 8 : 0;
  notice.style.setProperty("--below", `${high > room ? high - Math.min(must, room) : 0}px`);
}
function say(what, words) {
  const line = notice.querySelector(`[data-when="${what}"] [data-words]`);
  line.textContent = (words ?? line.dataset.words).replace("{n}", Math.ceil(ends() / MINUTE));
}
function show() {
  if (due() === shown) return;
  shown = due();
  said.textContent = "";
  const [what] = shown.split(" ");
  if (what) say(what);
  if (what && !said.isConnected) notice.after(said);
  put(what);
}
async function look() { if (due() !== shown) { await ask(); show(); } }
async function press() {
  if (!shown.startsWith("rest")) return put();
  if (!await ask("POST")) return say("rest", notice.dataset.cut);
  others.postMessage(left);
  show();
  if (!shown) said.textContent = notice.dataset.on;
}
if (notice) {
  said.className = "away";
  said.lang = notice.lang;
  said.setAttribute("role", "status");
  learn({ rest: Number(notice.dataset.left), day: Number(notice.dataset.day) });
  others.postMessage(left);
  others.addEventListener("message", ({ data }) => { learn(data); show(); });
  for (const button of notice.querySelectorAll("button")) button.addEventListener("click", press);
  notice.addEventListener("focusin", ({ relatedTarget: from }) => { if (!notice.contains(from)) before = from; });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && !event.isComposing && !notice.hidden) press(); });
  addEventListener("pageshow", async ({ persisted }) => { if (persisted) { await ask(); show(); } });
  addEventListener("visibilitychange", look);
  addEventListener("resize", fit);
  new ResizeObserver(fit).observe(notice);
  const wait = () => setTimeout(() => look().finally(wait), EVERY);
  look();
  wait();
}
