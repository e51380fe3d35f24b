/* A line of the summary leads to its box with the question in view. Without this file the browser scrolls to the box. */
addEventListener("click", (event) => {
  const link = event.target.closest?.(".summary a"), box = link && document.getElementById(link.hash.slice(1));
  if (!box) return;
  event.preventDefault();
  const asked = box.matches("[type=radio], [type=checkbox]") && box.closest("fieldset");
  const set = asked && (asked.querySelector(":scope > legend") ?? document.getElementById(asked.getAttribute("aria-labelledby")));
  const head = set || box.labels?.[0] || box, place = (it) => it.getBoundingClientRect();
  head.scrollIntoView({ block: "start" });
  const style = getComputedStyle(document.documentElement), height = (name) => parseFloat(style.getPropertyValue(name));
  const roof = height("--high") - height("--above"); // what the bar of the reader aloud keeps of the screen
  const over = place(box).bottom - innerHeight;
  if (over > 0) scrollBy({ top: Math.min(over, place(head).top - roof), behavior: "instant" });
  /* Of a question longer than the screen, its end counts, and where its box begins. */
  if (place(box).bottom > innerHeight + 16 && place(box).top > innerHeight / 2) box.scrollIntoView({ block: "start" });
  box.focus({ preventScroll: true });
});
