/* One's turn, when it has come: said once, and taken by a press. Until then nothing moves and nothing is fetched. */
const place = document.querySelector("[data-turn]");

function come() {
  if (!place.isConnected) return;
  place.parentElement.hidden = true;
  for (const it of document.querySelectorAll("main [data-come]")) it.textContent = it.dataset.come;
  const said = document.querySelector(".turned");
  document.title = said.textContent;
  said.dispatchEvent(new Event("told", { bubbles: true }));
}

if (place) setTimeout(come, place.dataset.turn * 1000);
