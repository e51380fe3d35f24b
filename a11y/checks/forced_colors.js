() => {
  const found = [];
  const edged = (style) => ["Top", "Right", "Bottom", "Left"].every((side) => parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== "none");
  const line = (it) => getComputedStyle(it).textDecorationLine.includes("underline");
  const underlined = (it) => line(it) || [...it.querySelectorAll("*")].some((part) => shown(part) && line(part));
  for (const it of document.querySelectorAll("html, body, body *")) {
    const style = getComputedStyle(it);
    if (style.forcedColorAdjust !== "auto" && !it.closest("svg, canvas, img")) found.push(`${named(it)} keeps colours of its own`);
    if (style.backgroundImage !== "none" && shown(it)) found.push(`${named(it)} shows something by a picture behind it`);
  }
  for (const it of controls()) {
    if (it.matches(".town")) continue; // the same link stands at the end of the page, underlined
    const whole = it.matches(MARKS) ? it.closest("label") ?? it : it;
    if (!edged(getComputedStyle(whole)) && !underlined(whole)) found.push(`${named(whole)} has neither an edge nor a line`);
  }
  return [...new Set(found)];
}
