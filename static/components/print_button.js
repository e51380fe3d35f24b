/* A print button, only where it can work. */
const reveal = () => document.querySelectorAll("[data-print]").forEach((button) => { button.hidden = false; });
addEventListener("click", (event) => { if (event.target.closest?.("[data-print]")) print(); });
document.addEventListener("swapped", reveal);
reveal();
