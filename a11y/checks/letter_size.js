(given) => {
  const [least, body, kana] = given, found = new Set();
  for (const { it } of words()) {
    const size = parseFloat(getComputedStyle(it).fontSize);
    const read = it.closest("main p, main li, main dd, main label, main legend, main h1, main h2, aside p") && !it.closest("small");
    const least_here = it.closest("rt") ? kana : read ? body : least;
    if (size < least_here - 0.01) found.add(`${named(it)} is ${size} px, less than ${least_here}`);
  }
  for (const it of document.querySelectorAll(FIELDS)) {
    const size = parseFloat(getComputedStyle(it).fontSize);
    if (shown(it) && size < body) found.add(`what is typed into ${named(it)} is ${size} px, less than ${body}`);
  }
  return [...found];
}
