([least, large, mark]) => {
  const pale = new Set(), unsure = [];
  const needed = (style) => {
    const size = parseFloat(style.fontSize);
    return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? large : least;
  };
  const seen = new Set();
  for (const { it, boxes } of words()) {
    if (seen.has(it) || !boxes.length) continue;
    seen.add(it);
    const style = getComputedStyle(it), need = needed(style), under = ground(it);
    if (!under.sure) {
      const box = boxes[0];
      unsure.push([named(it), need, [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY]]);
      continue;
    }
    const ratio = contrast(ink(it, under.colour), under.colour);
    if (ratio < need) pale.add(`${named(it)} has a contrast of ${ratio.toFixed(2)}, needs ${need}`);
  }
  for (const it of document.querySelectorAll(FIELDS)) {
    if (!shown(it)) continue;
    const under = ground(it).colour, ratio = contrast(ink(it, under), under);
    if (ratio < least) pale.add(`what is typed into ${named(it)} has a contrast of ${ratio.toFixed(2)}, needs ${least}`);
    if (it.placeholder) pale.add(`${named(it)} has a pale example inside, which goes away when one types`);
  }
  for (const it of document.querySelectorAll("body *")) for (const side of ["::before", "::after"]) {
    const style = getComputedStyle(it, side);
    if (!/^"[^"]*\S/.test(style.content) || !shown(it)) continue;
    const under = ground(it).colour, ratio = contrast(over(channels(style.color), under), under);
    if (ratio < mark) pale.add(`the sign ${style.content} of ${named(it)} has a contrast of ${ratio.toFixed(2)}, needs ${mark}`);
  }
  return { pale: [...pale], unsure };
}
