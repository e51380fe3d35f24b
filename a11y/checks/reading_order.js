/* Words that come later for whoever listens but stand above, or left on the same line; an open group of the header lies under the
   whole row of their buttons. */
() => {
  const stays = (it) => it && (/fixed|sticky/.test(getComputedStyle(it).position) || stays(it.parentElement));
  const pieces = [];
  for (const { node, it } of words()) {
    if (it.closest("rt, rp, .skip, header details > :not(summary)") || stays(it)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    pieces.push({ text: node.data.trim().slice(0, 20), box: range.getBoundingClientRect() });
  }
  const apart = (a, b) => b.bottom <= a.top + 1 && b.left < a.right && a.left < b.right;
  const beside = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 2;
  const left = (a, b) => b.right <= a.left + 1 && beside(a, b);
  return pieces.flatMap((one, n) => pieces.slice(n + 1)
    .filter((later) => apart(one.box, later.box) || left(one.box, later.box))
    .map((later) => `“${later.text}” is read after “${one.text}” but stands before it`));
}
