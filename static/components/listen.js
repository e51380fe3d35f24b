/* 「読み上げる」: the bar opens at once; what reads comes with the first tap, and nothing of it before. */
const bar = document.getElementById("player"), opener = document.querySelector("header .aloud");
const root = document.documentElement, KEPT = "yorisoi-listen";
const KEYS = { KeyK: "read", KeyJ: "back", KeyL: "on", KeyH: "again", KeyU: "slower", KeyO: "faster" };
const SILENCE = "UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQIAAAAAAA==";
const wishes = { pace: 1, keep: false, keys: true, opus: "", ...remembered() };
const seen = new ResizeObserver(measure);
let player = null;

function remembered() {
  try { return JSON.parse(localStorage.getItem(KEPT)); } catch { return null; }
}

/* Wishes about reading only; nothing that is read. A browser that keeps nothing still reads. */
function remember(wish) {
  Object.assign(wishes, wish);
  try { localStorage.setItem(KEPT, JSON.stringify(wishes)); } catch { /* kept for this page */ }
  show();
}

function show() {
  for (const words of bar.querySelectorAll("[data-pace]")) words.hidden = Number(words.dataset.pace) !== wishes.pace;
  for (const box of bar.querySelectorAll("[type=checkbox]")) box.checked = wishes[box.name];
  const link = bar.querySelector("[download]");
  if (link) link.href = `${bar.dataset.sound}.mp3?page=${encodeURIComponent(location.pathname)}`;
}

/* How high the bar is, and how much of it may scroll out of sight: where the screen is low, all but its last row. */
function measure() {
  const top = bar.getBoundingClientRect().top, high = bar.offsetHeight;
  const above = bar.querySelector("[value=read]").getBoundingClientRect().top - top - 8;
  const room = innerHeight, stays = high <= room * 0.25 ? high : high - above <= room * 0.3 ? high - above : 0;
  root.style.setProperty("--high", `${high}px`);
  root.style.setProperty("--above", `${high - stays}px`);
  bar.toggleAttribute("data-part", stays < high);
}

function open(opened) {
  bar.hidden = !opened;
  opener.hidden = opened;
  bar.querySelector(".heard")?.remove();
  bar.querySelector(".controls").hidden = false;
  show();
  seen.observe(bar);
}

/* Told to the server in the background, as text size and colours are, where the page has a form for them. Reading together
   is more than reading aloud. */
function tell(aloud) {
  if (root.dataset.aloud === "together") return;
  root.dataset.aloud = aloud === "on" ? "on" : "";
  const form = document.getElementById("comfort");
  if (!form) return;
  const body = new URLSearchParams({ do: `aloud:${aloud}`, back: form.elements.back.value });
  fetch(form.action, { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {});
}

/* Only a tap may start sound: in it the one voice plays a moment of silence, and may then play whatever follows. */
function loaded() {
  if (player) return player;
  const voice = bar.querySelector("audio"), bytes = Uint8Array.from(atob(SILENCE), (sign) => sign.charCodeAt(0));
  voice.src = URL.createObjectURL(new Blob([bytes], { type: "audio/wav" }));
  voice.play().catch(() => {});
  player = import(bar.dataset.player).then((it) => it.player(bar, wishes, remember));
  return player;
}

async function act(what) {
  if (what === "close") {
    open(false);
    opener.focus();
    tell("off");
    if (!player) return;
  }
  try {
    await (await loaded()).does(what);
  } catch {
    player = null;
    const told = bar.querySelector(".told");
    told.textContent = told.dataset.silent;
  }
}

addEventListener("click", (event) => {
  const button = event.target.closest?.("header .aloud, #player button");
  if (!button) return;
  event.preventDefault();
  if (button !== opener) return void act(button.value);
  open(true);
  tell("on");
  bar.querySelector("[value=read]").focus();
  act("read");
});
addEventListener("change", ({ target }) => { if (bar?.contains(target)) remember({ [target.name]: target.checked }); });
addEventListener("keydown", (event) => {
  if (!bar || bar.hidden || !wishes.keys || !event.altKey || !event.shiftKey || !(event.code in KEYS)) return;
  event.preventDefault();
  act(KEYS[event.code]);
});
if (bar) {
  document.addEventListener("swapped", show);
  addEventListener("resize", () => { if (!bar.hidden) measure(); });
  if (root.dataset.aloud) open(true);
  if (document.querySelector("[data-listen]")) bar.querySelector("[value=read]").focus(); // came by a notice's code
}
