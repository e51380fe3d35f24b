/* Sentences without the server, for the browser's own voice: what is seen, block by block, the way back at the end. */
const BLOCKS = "h1, h2, h3, p, li, dt, dd, legend, label, summary, button, a";
const UNSAID = "[aria-hidden=true], .away", BESIDE = "rt, rp, .beside";
const SENTENCE = /[^。！？!?\n]+[。！？!?]*/g;

export function local() {
  const blocks = [...document.querySelectorAll(`:is(main, aside.help) :is(${BLOCKS})`)];
  return blocks.filter((it) => it.checkVisibility() && !it.querySelector(BLOCKS) && !it.closest(UNSAID))
    .sort((one, other) => one.matches(".back") - other.matches(".back")).flatMap(sentences);
}

function sentences(it) {
  const { lang } = it.closest("[lang]");
  return [...said(it).matchAll(SENTENCE)].map(({ 0: found, index: start }) => {
    const seen = found.replace(/[\s\0]+$/, "");
    return { it, start, end: start + seen.length, text: seen.replaceAll("\0", "").trim(), lang };
  }).filter((one) => one.text);
}

/* What an element says, sign by sign; nothing in the place of kana above kanji, and of the Japanese beside another language. */
function said(it) {
  const walk = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node; (node = walk.nextNode()); ) text += node.parentElement.closest(BESIDE) ? "\0".repeat(node.length) : node.data;
  return text;
}
