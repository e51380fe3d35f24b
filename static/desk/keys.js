/* A list of cases by single keys: j and k go on and back, / searches, ? explains. Whoever speaks to the machine switches them off. */
const OFF = "desk-keys-off", typing = "input, textarea, select, [contenteditable]";
const explained = document.getElementById("keys"), button = document.querySelector("[data-keys-switch]");
const off = () => localStorage.getItem(OFF) === "1";
function told() { button.hidden = false; button.textContent = off() ? explained.dataset.on : explained.dataset.off; }
function step(by) {
  const links = [...document.querySelectorAll("[data-keys] a")], at = links.indexOf(document.activeElement);
  links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}
function explain() { explained.open = true; explained.querySelector("summary").focus(); }
const keys = { j: () => step(1), k: () => step(-1), "/": () => document.getElementById("q")?.focus(), "?": explain };
function press(event) {
  if (off() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest?.(typing)) return;
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
}
if (explained && button) {
  told();
  button.addEventListener("click", () => { localStorage.setItem(OFF, off() ? "0" : "1"); told(); });
  addEventListener("keydown", press);
}
