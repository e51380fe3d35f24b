/* A line of the summary leads to its box with the question in view. Without this file the browser scrolls to the box. */
addEventListener("click", (event) => {
  const link = event.target.closest?.(".summary a"), box = link && document.getElementById(link.hash.slice(1));
  if (!box) return;
  event.preventDefault();
  const asked = box.matches("[type=radio], [type=checkbox]") && box.closest("fieldset");
  const set = asked && (asked.querySelector(":scope > legend") ?? document.getElementById(asked.getAttribute("aria-labelledby")));
  (set || box.labels?.[0] || box).scrollIntoView({ block: "start" });
  const tall = box.offsetHeight > innerHeight / 2; // its beginning counts, and what stands right above it
  if (box.getBoundingClientRect().bottom > innerHeight) box.scrollIntoView({ block: tall ? "start" : "end" });
  box.focus({ preventScroll: true });
});
