() => {
  const found = [];
  const silent = (it) => it.closest("[aria-hidden=true]");
  for (const it of document.querySelectorAll("img, svg, canvas, video, object, embed, iframe, [role=img], input[type=image], area")) {
    if (!it.checkVisibility() || silent(it)) continue;
    const words = (it.getAttribute("alt") ?? it.getAttribute("aria-label") ?? it.getAttribute("title") ?? "").trim();
    if (it.localName === "img" ? !it.hasAttribute("alt") : !words) found.push(`${named(it)} is a picture without words`);
    if (/\.(png|jpe?g|gif|svg|webp)$|^(image|picture|icon|photo|画像|写真|アイコン)$/i.test(words)) found.push(`"${words}" says nothing of the picture`);
  }
  for (const it of controls()) {
    if (it.matches("input, select, textarea")) continue;
    if (!/[\p{L}\p{N}]/u.test(it.innerText)) found.push(`${named(it)} is a control without a word to read`);
  }
  for (const it of document.querySelectorAll("body *")) for (const side of ["::before", "::after"]) {
    const told = getComputedStyle(it, side).content;
    const [, sign] = told.match(/^"((?:[^"\\]|\\.)*)"(?! \/ "")/) ?? [];
    if (sign?.trim() && !silent(it)) found.push(`${named(it)} reads "${sign}" aloud, which only decorates`);
  }
  return found;
}
