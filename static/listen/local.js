/* Sentences without the server, for the browser's own voice: what is seen, block by block, the way back at the end. */
const BLOCKS = "h1, h2, h3, p, li, dt, dd, legend, label, summary, button, a";
const UNSAID = "rt, rp, [aria-hidden=true], .away";
const SENTENCE = /[^。！？!?\n]+[。！？!?]*/g;

export function local() {
  const blocks = [...document.querySelectorAll(`:is(main, aside.help) :is(${BLOCKS})`)];
  return blocks.filter((it) => it.checkVisibility() && !it.querySelector(BLOCKS) && !it.closest(UNSAID))
    .sort((one, other) => one.matches(".back") - other.matches(".back")).flatMap(sentences);
}

function sentences(it) {
  const { lang } = it.closest("[lang]");
  return [...it.textContent.matchAll(SENTENCE)].filter(([text]) => text.trim())
    .map((found) => ({ it, start: found.index, end: found.index + found[0].length, text: bare(it, found[0]), lang }));
}

/* Without the readings above the signs, which would be said twice. */
function bare(it, text) {
  return [...it.querySelectorAll("rt, rp")].reduce((rest, small) => rest.replace(small.textContent, ""), text).trim();
}
