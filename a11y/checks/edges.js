() => {
  const bare = [], boxes = [];
  const line = (it) => getComputedStyle(it).textDecorationLine.includes("underline");
  const underlined = (it) => line(it) || [...it.querySelectorAll("*")].some((part) => shown(part) && line(part));
  const edged = (it) => {
    const style = getComputedStyle(it);
    return parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== "none" || channels(style.backgroundColor)[3] > 0;
  };
  for (const it of controls()) {
    if (it.matches(".town")) continue; // the town's name at the top; the same link stands at the end, underlined
    if (it.matches(":focus-visible")) continue; // its ring is its edge, and focus_visible judges that
    const mark = it.matches(MARKS), whole = mark ? it.closest("label") : null;
    for (const one of [it, whole].filter(Boolean)) {
      const box = one.getBoundingClientRect();
      const place = [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY];
      const kind = [one.localName, one.type, one.className, one.checked, one.ariaInvalid, drawn(one)].join(" ");
      if (mark && one === it) boxes.push([kind, named(one), place, true]);
      else if (one === whole && !edged(one)) continue;
      else if (edged(one) || one.matches("input, textarea, select, button")) {
        if (one.matches("button") && !edged(one) && underlined(one)) continue;
        boxes.push([kind, named(one), place, getComputedStyle(one).borderTopLeftRadius === "50%"]);
      } else if (!underlined(one)) bare.push(`${named(one)} is a link that neither a line nor an edge shows`);
    }
  }
  return { bare, boxes };
}
