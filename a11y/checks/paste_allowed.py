"""Everything may be pasted and copied, and nobody has to solve a riddle or remember a word to get in."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State

BARRED = """() => {
  const found = [], clipboard = () => ({ bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
  const named = (it) => it.outerHTML.replace(/\\s+/g, " ").slice(0, 90);
  const tried = (it, event, does) => {
    if (!it.dispatchEvent(event)) found.push(`${named(it)} does not let one ${does}`);
  };
  for (const box of document.querySelectorAll("main form :is(input:not([type]), input[type=text], textarea)")) {
    tried(box, new ClipboardEvent("paste", clipboard()), "paste");
    tried(box, new ClipboardEvent("copy", clipboard()), "copy");
    tried(box, new InputEvent("beforeinput",
      { bubbles: true, cancelable: true, inputType: "insertFromPaste", data: "１２３" }), "paste");
    tried(box, new MouseEvent("contextmenu", { bubbles: true, cancelable: true }), "open the menu to paste from");
  }
  const main = document.querySelector("main");
  tried(main, new ClipboardEvent("copy", clipboard()), "copy its words");
  tried(main, new Event("selectstart", { bubbles: true, cancelable: true }), "choose words");
  const selectable = (it) => getComputedStyle(it).userSelect !== "none";
  // What a button says stands there to be pressed, also by holding it down.
  for (const it of main.querySelectorAll("p, h1, b, li, dd"))
    if (!it.closest("button") && !selectable(it)) found.push(`${named(it)} cannot be chosen and copied`);
  const riddle = "iframe, object, embed, [class*=captcha i], [id*=captcha i], [name*=captcha i], [type=password]";
  for (const it of document.querySelectorAll(riddle)) found.push(`${named(it)} asks for more than one knows`);
  for (const it of main.querySelectorAll('form img:not([src*="/picture/"]), form canvas:not([role])'))
    found.push(`${named(it)} in a form may be a riddle for the eye`);
  return found;
}"""


def look(page: Page, _state: State) -> Iterator[str]:
    """What keeps somebody from pasting, copying or coming in."""
    yield from page.evaluate(BARRED)


CHECK = Check(
    protects=__doc__ or "",
    criteria=("3.3.7", "3.3.8", "3.3.9"),
    look=look,
    at=lambda state: state.variant.look == "standard",
    faults=(
        Fault("pasting is forbidden", "addEventListener('paste', (event) => event.preventDefault())"),
        Fault("the menu is forbidden", "addEventListener('contextmenu', (event) => event.preventDefault())"),
        Fault(
            "what is pasted is thrown away",
            "addEventListener('beforeinput', (e) => { if (e.inputType === 'insertFromPaste') e.preventDefault(); })",
            page="resume",
        ),
        Fault("a riddle", "document.querySelector('main form').insertAdjacentHTML('beforeend', '<canvas></canvas>')"),
        Fault(
            "a word to remember",
            "document.querySelector('main form').insertAdjacentHTML('beforeend', '<input type=password>')",
        ),
    ),
)
