() => {
  const bars = [...document.querySelectorAll("body *")].filter((it) => /fixed|sticky/.test(getComputedStyle(it).position) && shown(it));
  return bars.filter((it) => it.getBoundingClientRect().height > innerHeight / 3).map((it) => `${named(it)} keeps a third of the screen or more`);
}
