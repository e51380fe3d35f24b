() => {
  const css = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; rotate: none !important }
    p { margin-bottom: 2em !important }`;
  return dressed(css, () => {
    /* What stays at the foot of the window lies upon what is scrolled away from under it. */
    const low = ({ position, bottom }) => position === "sticky" && bottom !== "auto";
    const stays = (it) => it && (low(getComputedStyle(it)) ? it : stays(it.parentElement));
    const pieces = [...words()].flatMap(({ it, boxes }) => boxes.map((box) => ({ it, foot: stays(it), ...middle(box, it) })));
    pieces.sort((one, other) => one.top - other.top);
    const found = new Set(clipped());
    pieces.forEach((one, n) => {
      for (let m = n + 1; m < pieces.length && pieces[m].top < one.bottom - 2; m++) {
        const other = pieces[m];
        const deep = Math.min(one.bottom, other.bottom) - other.top, wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        if (deep > 2 && wide > 2 && one.foot === other.foot) found.add(`${named(one.it)} and ${named(other.it)} lie upon each other`);
      }
    });
    return [...found];
  });
}
