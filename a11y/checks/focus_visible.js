/* One control of each kind, marked with its number: what it is called, and where the thing is that shows its focus. */
(only_main) => {
  const kinds = new Map();
  for (const it of controls()) {
    if (only_main && !it.closest("main")) continue;
    const kind = [it.localName, it.type, it.className, it.closest("header, main, aside, footer")?.localName, it.matches(MARKS) && it.checked,
      it.getAttribute("aria-current"), it.getAttribute("aria-invalid"), it.parentElement.open].join(" ");
    if (!kinds.has(kind)) kinds.set(kind, it);
  }
  return [...kinds.values()].map((it, n) => {
    it.dataset.kind = n;
    const box = ((it.matches(MARKS) && it.closest("label")) || it).getBoundingClientRect();
    return [named(it), box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY];
  });
}
