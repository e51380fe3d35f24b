import { unmark } from "./light.js";

/* The page as it stands, for the server to make its script of: what is typed and chosen is written into a copy. */
const BOXES = "input, textarea, option";

const roots = () => [...document.querySelectorAll("main, aside.help")];

export const written = () => roots().map(copied).join("");

/* Its path, its HTML, and its elements, counted as the server counts them. */
export function snapshot() {
  const elements = roots().flatMap((root) => [root, ...root.querySelectorAll("*")]);
  return { path: location.pathname, html: written(), elements };
}

/* What is for the script alone, and what was promised to stay on this screen, is left out; the elements stay as many as the browser counts. */
function copied(root) {
  const copy = root.cloneNode(true), then = copy.querySelectorAll(BOXES);
  for (const it of copy.querySelectorAll("template")) it.innerHTML = "";
  for (const it of copy.querySelectorAll("[data-stays]")) it.textContent = "";
  root.querySelectorAll(BOXES).forEach((box, n) => write(box, then[n]));
  for (const it of [copy, ...copy.querySelectorAll(".hearing")]) unmark(it);
  return copy.outerHTML;
}

/* Of a photo only that there is one. */
function write(box, copy) {
  if (box.matches("textarea")) copy.textContent = box.value;
  else if (box.matches("option")) copy.toggleAttribute("selected", box.selected);
  else if (box.matches("[type=radio], [type=checkbox]")) copy.toggleAttribute("checked", box.checked);
  else if (box.matches("[type=file]")) copy.setAttribute("value", box.files.length || "");
  else copy.setAttribute("value", box.value);
}
