/* What a person sees of a page: its words, its controls, its colours. Put before the body of every look. */
const CONTROLS = "a[href], button, summary, select, textarea, input:not([type=hidden])";
const FIELDS = "main :is(input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea)";
const MARKS = "input[type=radio], input[type=checkbox]";

/* Kept for readers aloud only: cut down to nothing. */
function away(it) {
  for (let up = it; up; up = up.parentElement) {
    const box = up.getBoundingClientRect();
    if (box.width <= 1 && box.height <= 1 && getComputedStyle(up).overflow !== "visible") return true;
  }
  return false;
}
const shown = (it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !away(it);
const controls = () => [...document.querySelectorAll(CONTROLS)].filter(shown);

/* What an element says in the language of its page: without the kana above, the Japanese beside it, and the signs where lines may end. */
function plain(it) {
  const copy = it.cloneNode(true);
  for (const other of copy.querySelectorAll("rt, rp, .beside")) other.remove();
  return copy.textContent.replace(/[\u200b\u2060]/g, "").trim().replace(/\s+/g, " ");
}

function named(it) {
  const kind = it.localName + (it.id ? `#${it.id}` : it.classList.length ? `.${it.classList[0]}` : "");
  const words = (it.innerText || it.getAttribute("aria-label") || "").replace(/[\u200b\u2060]/g, "").trim().replace(/\s+/g, " ");
  return words ? `${kind} "${words.slice(0, 24)}"` : kind;
}

/* Pieces of text that are seen: the node, its element, one box a line. */
function* words(root = document.body) {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const known = new Map();
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const it = node.parentElement;
    if (!node.data.trim() || it.closest("script, style, option")) continue;
    if (!known.has(it)) known.set(it, shown(it));
    if (!known.get(it)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    yield { node, it, boxes: [...range.getClientRects()].filter((box) => box.width > 0.5 && box.height > 0.5) };
  }
}

/* Colours as [red, green, blue, alpha]: 0 to 255, alpha 0 to 1. */
function channels(colour) {
  const n = colour.match(/-?[\d.]+(?:e-?\d+)?/g).map(Number);
  const [r, g, b] = colour.startsWith("color(") ? n.slice(0, 3).map((it) => it * 255) : n;
  return [r, g, b, n[3] ?? 1];
}
const over = (top, under) => [0, 1, 2].map((n) => top[n] * top[3] + under[n] * (1 - top[3])).concat(1);
const light = (c) => [0.2126, 0.7152, 0.0722].reduce((sum, part, n) => {
  const s = c[n] / 255;
  return sum + part * (s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4);
}, 0);
/* WCAG's contrast ratio, 1 to 21. */
function contrast(one, other) {
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}
const layered = (style) => style.backgroundImage !== "none" || style.filter !== "none" || style.mixBlendMode !== "normal";

/* The colour behind an element's words: plain colours one upon the other. `sure` is false when only a picture could tell. */
function ground(it) {
  const layers = [];
  let sure = true;
  for (let up = it; up; up = up.parentElement) {
    const style = getComputedStyle(up), colour = channels(style.backgroundColor);
    sure &&= !layered(style);
    if (colour[3]) layers.push(colour);
    if (colour[3] === 1) break;
    sure &&= !["absolute", "fixed", "sticky"].includes(style.position);
  }
  return { sure, colour: layers.reduceRight((under, top) => over(top, under), [255, 255, 255, 1]) };
}
/* The colour of an element's words as it arrives at the eye. */
function ink(it, under) {
  let seen = 1;
  for (let up = it; up; up = up.parentElement) seen *= Number(getComputedStyle(up).opacity);
  const colour = channels(getComputedStyle(it).color);
  return over([...colour.slice(0, 3), colour[3] * seen], under);
}

/* How a thing is drawn where it stands; of things of one kind and of one drawing, one tells for all on a walk. */
const DRAWN = ["color", "backgroundColor", "border", "outline", "boxShadow", "borderRadius", "appearance"];
function drawn(it) {
  const cut = (up) => up !== document.body && (getComputedStyle(up).overflow !== "visible" || cut(up.parentElement));
  return [...DRAWN.map((part) => getComputedStyle(it)[part]), ground(it.parentElement).colour, cut(it)];
}

/* What reaches over the right edge of a page that has to be scrolled sideways. */
function widest() {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > room + 0.5 && shown(it))
    .map((it) => `${named(it)} reaches ${Math.round(it.getBoundingClientRect().right)} of ${room} px`);
}

/* Words cut off by a box that hides what does not fit, and words that run out of a box with an edge of its own. Turned boxes are looked at upright. */
function clipped() {
  return dressed("* { rotate: none !important }", () => {
    const found = new Set();
    for (const { node, it, boxes } of words()) {
      for (let up = it; up !== document.body; up = up.parentElement) {
        const style = getComputedStyle(up);
        if (/^(inline|contents)$/.test(style.display)) continue;
        const hides = /hidden|clip/.test(style.overflowX + style.overflowY) || style.textOverflow === "ellipsis";
        if (boxes.some((box) => outside(middle(box, it), up, style, hides)) && pieces(node).some((box) => outside(middle(box, it), up, style, hides)))
          found.add(`${named(it)} ${hides ? "is cut off by" : "runs out of"} ${up === it ? "its own box" : named(up)}`);
      }
    }
    for (const it of document.querySelectorAll(FIELDS))
      if (shown(it) && it.type !== "file" && it.clientHeight < parseFloat(getComputedStyle(it).fontSize) * 1.2) found.add(`${named(it)} is lower than the words typed into it`);
    return [...found];
  });
}
/* Whether words cross an edge that can be seen; in a round box they stay inside its curve. */
function outside(word, it, style, hides) {
  const box = it.getBoundingClientRect(), filled = hides || channels(style.backgroundColor)[3] > 0;
  const edge = (side) => filled || (parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none");
  if (edge("Left") && word.left < box.left - 1 || edge("Right") && word.right > box.right + 1) return true;
  if (edge("Top") && word.top < box.top - 1 || edge("Bottom") && word.bottom > box.bottom + 1) return true;
  if (style.borderTopLeftRadius !== "50%" || !edge("Left")) return false;
  const far = (x, y) => ((x - box.left) / box.width * 2 - 1) ** 2 + ((y - box.top) / box.height * 2 - 1) ** 2;
  return [word.left, word.right].some((x) => [word.top, word.bottom].some((y) => far(x, y) > 1));
}
/* A text's boxes without the spaces, which may hang over the end of a line. */
const pieces = (node) => [...node.data.matchAll(/\S+/g)].flatMap((found) => {
  const range = document.createRange();
  range.setStart(node, found.index);
  range.setEnd(node, found.index + found[0].length);
  return [...range.getClientRects()];
});
/* What the signs themselves take of a line: the em square in its middle. Kanji have the width of the kana above them, which may
   hang over the signs beside them; they stand in the middle of it. */
function middle(box, it) {
  const style = getComputedStyle(it), size = parseFloat(style.fontSize);
  const em = Math.min(size, box.height), top = box.top + (box.height - em) / 2;
  const kanji = it.localName === "ruby" ? plain(it).length * (size + (parseFloat(style.letterSpacing) || 0)) : box.width;
  const hangs = Math.max(0, box.width - kanji) / 2;
  return { left: box.left + hangs, right: box.right - hangs, top, bottom: top + em };
}

/* A style sheet for the length of a look; the page's rules forbid inline ones. */
function dressed(css, look) {
  const sheet = new CSSStyleSheet(), place = [scrollX, scrollY];
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  try {
    return look();
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    scrollTo(...place);
  }
}
