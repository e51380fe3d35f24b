/* One control of each kind, marked with its number: the kind, what it is called, and where the thing is that shows its focus. */
(only_main) => {
  const kinds = new Map();
  const shows = (it) => (it.matches(MARKS) && it.closest("label")) || it;
  for (const it of controls()) {
    if (only_main && !it.closest("main")) continue;
    const kind = [it.localName, it.type, it.className, it.closest("header, main, aside, footer")?.localName, it.matches(MARKS) && it.checked,
      it.getAttribute("aria-current"), it.getAttribute("aria-invalid"), it.parentElement.open, drawn(it), drawn(shows(it))].join(" ");
    if (!kinds.has(kind)) kinds.set(kind, it);
  }
  return [...kinds].map(([kind, it], n) => {
    it.dataset.kind = n;
    const box = shows(it).getBoundingClientRect();
    return [kind, named(it), box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY];
  });
}
