/* The virtual screen reader goes through the document from its beginning to its end: what it says, item by item. It takes the
   value a button sends for something to say, and looks into groups that are closed and into what stands there for want of script;
   real ones do none of it. */
import { virtual } from "@guidepup/virtual-screen-reader/browser.js";

const MOST = 2000;

/* Changes elements and gives what puts them back, their attributes in the old order. */
function changed(selector, change) {
  const found = [...document.querySelectorAll(selector)].map((it) => [it, [...it.attributes].map(({ name, value }) => [name, value])]);
  for (const [it] of found) change(it);
  return () => found.forEach(([it, before]) => {
    for (const name of it.getAttributeNames()) it.removeAttribute(name);
    for (const [name, value] of before) it.setAttribute(name, value);
  });
}

globalThis.spoken = async () => {
  const focused = document.activeElement, y = scrollY;
  const back = [
    changed("button[value]", (it) => it.removeAttribute("value")),
    changed("details:not([open]) > :not(summary)", (it) => it.setAttribute("aria-hidden", "true")),
    changed("noscript", (it) => it.setAttribute("aria-hidden", "true")),
  ];
  await virtual.start({ container: document.body });
  for (let n = 0; n < MOST && await virtual.lastSpokenPhrase() !== "end of document"; n++) await virtual.next();
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  back.reverse().forEach((restore) => restore());
  focused.focus({ preventScroll: true });
  scrollTo(0, y);
  return said;
};
