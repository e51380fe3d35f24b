() => {
  const found = [...clipped(), ...widest()], white = [255, 255, 255, 1];
  const letters = parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (letters > 24) found.push(`letters of ${letters} px fill the paper`);
  for (const it of controls())
    if (it.matches("button, summary, input[type=file]")) found.push(`${named(it)} cannot be pressed on paper`);
  for (const it of document.querySelectorAll("html, body, body *")) {
    const style = getComputedStyle(it), under = channels(style.backgroundColor);
    if (/fixed|sticky/.test(style.position) && shown(it)) found.push(`${named(it)} lies over every sheet`);
    if (under[3] && shown(it) && contrast(over(under, white), white) > 1.2) found.push(`${named(it)} is printed on a dark ground`);
  }
  const heard = new Set();
  for (const { it } of words()) {
    if (heard.has(it)) continue;
    heard.add(it);
    const ratio = contrast(ink(it, white), white);
    if (ratio < 7) found.push(`${named(it)} is printed pale (${ratio.toFixed(1)})`);
  }
  for (const it of document.querySelectorAll("main details"))
    if (shown(it) && ![...it.children].some((part) => part.localName !== "summary" && shown(part))) found.push(`${named(it)} stays folded up on paper`);
  return [...new Set(found)];
}
