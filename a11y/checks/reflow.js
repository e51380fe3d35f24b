async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const bars = [...document.querySelectorAll("body *")].filter((it) => /fixed|sticky/.test(getComputedStyle(it).position) && shown(it));
  /* Of a bar that may scroll out of sight in part, what stays. */
  const kept = (it) => it.getBoundingClientRect().height + Math.min(0, parseFloat(getComputedStyle(it).top) || 0);
  return bars.filter((it) => kept(it) > innerHeight / 3).map((it) => `${named(it)} keeps a third of the screen or more`);
}
