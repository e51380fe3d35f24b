/* From places in an element's text to places on the page, and back from a tap to a sentence. */
const SLOP = 4;

/* null where the element no longer has that much text. */
export function range(it, start, end) {
  const walk = document.createTreeWalker(it, NodeFilter.SHOW_TEXT), found = document.createRange();
  let before = 0, begun = false;
  for (let node; (node = walk.nextNode()); before += node.length) {
    if (!begun && start < before + node.length) {
      found.setStart(node, start - before);
      begun = true;
    }
    if (begun && end <= before + node.length) {
      found.setEnd(node, end - before);
      return found;
    }
  }
  return null;
}

/* Where a sentence stands; null for words that are only heard. */
export const place = ({ it, start, end }) => (end > start && it?.isConnected ? range(it, start, end) : null);

/* The number of the sentence under a finger, or -1. */
export function tapped(utterances, { clientX: x, clientY: y }) {
  const under = (box) => x >= box.left - SLOP && x <= box.right + SLOP && y >= box.top - SLOP && y <= box.bottom + SLOP;
  return utterances.findIndex((one) => [...(place(one)?.getClientRects() ?? [])].some(under));
}
