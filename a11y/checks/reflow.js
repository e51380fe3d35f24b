/* Bars that stay in the way when scrolled; where there is one, once the page has come to rest. */
async () => {
  const fixed = (it) => /fixed|sticky/.test(getComputedStyle(it).position) && shown(it);
  const bars = () => [...document.querySelectorAll("body *")].filter(fixed);
  if (!bars().length) return [];
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  /* Of a bar that may scroll out of sight in part, what stays. */
  const below = (it, edge) => Math.min(0, parseFloat(getComputedStyle(it)[edge]) || 0);
  const kept = (it) => it.getBoundingClientRect().height + below(it, "top") + below(it, "bottom");
  return bars().filter((it) => kept(it) > innerHeight / 3).map((it) => `${named(it)} keeps a third of the screen or more`);
}
