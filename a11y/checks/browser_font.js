() => {
  return Object.fromEntries([document.documentElement, ...[...words()].map((each) => each.it), ...controls().filter((it) => !it.matches(MARKS))]
    .map((it) => [it === document.documentElement ? "the page" : named(it), parseFloat(getComputedStyle(it).fontSize)]));
}
