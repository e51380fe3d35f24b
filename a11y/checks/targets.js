([least, main, gap]) => {
  const place = [scrollX, scrollY], found = [];
  /* A round button or a box to tick is pressed by its whole line. */
  const target = (it) => it.matches(MARKS) ? it.closest("label") ?? it : it;
  const targets = [...new Set(controls().map(target))].filter((it) => !inSentence(it));
  const own = (it, x, y) => it.contains(document.elementFromPoint(x, y));

  for (const it of targets) {
    it.scrollIntoView({ block: "center", behavior: "instant" });
    const box = it.getBoundingClientRect(), x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    const need = it.matches("main :is(.go, .second, .press, .choices label, input, textarea)") ? main : least;
    const arm = need / 2 - 1, points = [-arm, 0, arm];
    if (points.every((right) => points.every((down) => own(it, x + right, y + down)))) continue;
    const reach = (right, down) => { let n = 0; while (n < need && own(it, x + right * (n + 1), y + down * (n + 1))) n++; return n; };
    const wide = reach(-1, 0) + reach(1, 0) + 1, high = reach(0, -1) + reach(0, 1) + 1;
    found.push(`${named(it)} can be hit on ${wide} × ${high} px, needs ${need}`);
  }

  scrollTo(0, 0);
  const boxes = targets.map((it) => it.getBoundingClientRect()), floats = targets.map(afloat);
  targets.forEach((one, n) => {
    for (let m = n + 1; m < targets.length; m++) {
      const [a, b] = [boxes[n], boxes[m]], other = targets[m];
      if (one.contains(other) || other.contains(one) || floats[n] !== floats[m]) continue;
      const beside = Math.max(a.left - b.right, b.left - a.right), under = Math.max(a.top - b.bottom, b.top - a.bottom);
      const room = Math.max(beside, under);
      if (room < gap - 0.5) found.push(`${named(one)} and ${named(other)} are ${Math.round(room)} px apart, need ${gap}`);
    }
  });
  scrollTo(...place);
  return found;

  /* What stays in sight lies over what is scrolled from under it, which was hit above: they are no neighbours. */
  function afloat(it) {
    return it && (getComputedStyle(it).position === "sticky" ? it : afloat(it.parentElement));
  }
  /* A link inside a sentence follows the sentence's lines (WCAG 2.2, 2.5.8, inline). */
  function inSentence(it) {
    if (getComputedStyle(it).display !== "inline") return false;
    return [...it.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  }
}
