() => {
  const usual = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return dressed(`html:root { font-size: ${2 * usual}px }`, clipped);
}
