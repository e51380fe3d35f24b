/* The page's own colours, whether it is dark, and the contrast of words and of the edges of boxes. */
() => {
  const root = getComputedStyle(document.documentElement), heard = new Set(), lines = [], edges = [];
  for (const { it } of words()) {
    if (heard.has(it)) continue;
    heard.add(it);
    const under = ground(it);
    if (under.sure) lines.push([named(it), contrast(ink(it, under.colour), under.colour)]);
  }
  for (const it of document.querySelectorAll("main :is(input:not([type=hidden]), textarea, .choices label, .second), header summary")) {
    if (!shown(it)) continue;
    const under = ground(it.parentElement).colour;
    edges.push([named(it), contrast(channels(getComputedStyle(it).borderTopColor), under)]);
  }
  return { colours: `${root.color} on ${root.backgroundColor}`, dark: light(channels(root.backgroundColor)) < 0.1, words: lines, edges };
}
