(given) => {
  const [longest, least] = given, found = new Set(), blocks = new Map();
  const block = (it) => { while (/^(inline|contents|ruby)/.test(getComputedStyle(it).display)) it = it.parentElement; return it; };
  for (const { node, it, boxes } of words()) {
    if (it.closest("rt")) continue; // kana above make no line longer
    const home = block(it), style = getComputedStyle(it);
    if (style.textAlign === "justify") found.add(`${named(home)} is stretched to both edges`);
    const told = blocks.get(home) ?? { pieces: [], tops: new Set(), em: parseFloat(getComputedStyle(home).fontSize) };
    told.pieces.push(node);
    for (const box of boxes) told.tops.add(Math.round((box.top + box.bottom) / 2 / told.em));
    blocks.set(home, told);
  }
  for (const [home, { pieces, tops, em }] of blocks) {
    const height = parseFloat(getComputedStyle(home).lineHeight) / em;
    if (tops.size > 1 && height < least - 0.001 && !home.closest("button, summary, a, [role=img], .live"))
      found.add(`${named(home)} has lines ${height.toFixed(2)} apart, not ${least}`);
    if (pieces.reduce((sum, node) => sum + node.data.length, 0) <= longest) continue;
    const lines = new Map(), range = document.createRange();
    for (const node of pieces) for (let n = 0; n < node.data.length; n++) {
      range.setStart(node, n); range.setEnd(node, n + 1);
      const box = range.getBoundingClientRect();
      if (!box.width || /\p{M}/u.test(node.data[n])) continue; // a sign and its marks are one
      const line = Math.round((box.top + box.bottom) / 2 / em);
      lines.set(line, (lines.get(line) ?? 0) + (/[\u2e80-\uff60]/.test(node.data[n]) ? 1 : 0.5));
    }
    const most = Math.max(0, ...lines.values());
    if (most > longest) found.add(`${named(home)} has ${most} signs in a line, more than ${longest}`);
  }
  return [...found];
}
