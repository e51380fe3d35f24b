() => {
  const css = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; rotate: none !important }
    p { margin-bottom: 2em !important }`;
  return dressed(css, () => {
    const pieces = [...words()].flatMap(({ it, boxes }) => boxes.map((box) => ({ it, ...middle(box, it) })));
    pieces.sort((one, other) => one.top - other.top);
    const found = new Set(clipped());
    pieces.forEach((one, n) => {
      for (let m = n + 1; m < pieces.length && pieces[m].top < one.bottom - 2; m++) {
        const other = pieces[m];
        const deep = Math.min(one.bottom, other.bottom) - other.top, wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        if (deep > 2 && wide > 2) found.add(`${named(one.it)} and ${named(other.it)} lie upon each other`);
      }
    });
    return [...found];
  });
}
