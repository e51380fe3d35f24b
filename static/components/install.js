/* The browser's own offer of a place on the first screen waits behind our button, and never pops up by itself. */
let offer = null;

function show() {
  const button = document.querySelector("button[value=install]");
  if (button) button.hidden = !offer;
}

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event;
  show();
});
addEventListener("appinstalled", () => {
  const told = document.querySelector(".installed");
  offer = null;
  show();
  if (told) told.textContent = told.dataset.done;
});
addEventListener("click", (event) => { if (event.target.closest?.("button[value=install]")) offer?.prompt(); });
