"""While a word is being composed from kana, nothing is sent, changed or moved under the writer's hand."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.memory import is_new, line
from a11y.seen import told

COMPOSED, MEANT = "わかば", "若葉"
BOXES = """() => {
  const boxes = [...document.querySelectorAll("main :is(input[type=text], textarea)")].filter(shown);
  const own = ["id", "name", "value", "action", "aria-describedby"];
  const told = (it) => [...(it?.attributes ?? [])].filter(({ name }) => !own.includes(name));
  const kind = (it) => [it, it.form].flatMap(told).map(({ name, value }) => `${name}=${value}`).join(" ");
  return boxes.map((it) => [kind(it), [...document.querySelectorAll("*")].indexOf(it), named(it)]);
}"""
"""Each box: what a script may know it by, its number, its name."""
BEGIN = """(at) => {
  const box = document.querySelectorAll("*")[at];
  window.yorisoiComposing = { box, value: box.value, focused: document.activeElement, x: scrollX, y: scrollY, sent: 0 };
  window.yorisoiComposing.count = (event) => { event.preventDefault(); window.yorisoiComposing.sent += 1; };
  addEventListener("submit", window.yorisoiComposing.count, true);
  box.value = "";
  box.focus({ preventScroll: true });
}"""
ENTER = """() => {
  const { box } = window.yorisoiComposing;
  const key = { key: "Enter", bubbles: true, cancelable: true };
  for (const how of [{ isComposing: true, keyCode: 13 }, { isComposing: false, keyCode: 229 }])
    for (const type of ["keydown", "keyup"])
      if (!box.dispatchEvent(new KeyboardEvent(type, { ...key, ...how }))) return "swallows the Enter that ends a word";
  return "";
}"""
NOW = """() => {
  const { box, sent } = window.yorisoiComposing;
  return { value: box.value, caret: box.selectionEnd, there: document.activeElement === box, sent };
}"""
END = """() => {
  const { box, value, focused, x, y, count } = window.yorisoiComposing;
  removeEventListener("submit", count, true);
  delete window.yorisoiComposing;
  box.value = value;
  box.blur();
  focused?.focus?.({ preventScroll: true });
  scrollTo(x, y);
}"""
PROCESS = {"key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229}
"""The key as a browser tells it while the writer's input method has it."""


def look(page: Page, _state: State) -> Iterator[str]:
    """Boxes in which a word cannot be composed in peace, one of each kind that was not met on this walk."""
    session = line(page)
    boxes = told(page, BOXES)
    for at, name in ((at, name) for kind, at, name in boxes if is_new(page, "ime", kind)):
        page.evaluate(BEGIN, at)
        for n in range(1, len(COMPOSED) + 1):
            part = {"text": COMPOSED[:n], "selectionStart": n, "selectionEnd": n}
            session.send("Input.imeSetComposition", part)
            yield from _disturbed(page, name, COMPOSED[:n])
        for kind in ("rawKeyDown", "keyUp"):
            session.send("Input.dispatchKeyEvent", {"type": kind, **PROCESS})
        if wrong := page.evaluate(ENTER):
            yield f"{name} {wrong}"
        yield from _disturbed(page, name, COMPOSED)
        session.send("Input.insertText", {"text": MEANT})
        yield from _disturbed(page, name, MEANT)
        page.evaluate(END)


def _disturbed(page: Page, name: str, typed: str) -> Iterator[str]:
    now = page.evaluate(NOW)
    if now["sent"]:
        yield f"{name} sends the page while {typed!r} is being composed"
    if not now["there"]:
        yield f"{name} loses the focus while {typed!r} is being composed"
    elif now["value"] != typed:
        yield f"{name} turns {typed!r} into {now['value']!r}"
    elif now["caret"] != len(typed):
        yield f"{name} moves the caret to {now['caret']} in {typed!r}"


BOX = 'const box = document.querySelector("#number"); '

CHECK = Check(
    protects=__doc__ or "",
    criteria=("3.2.2",),
    look=look,
    at=lambda state: state.variant.look == "standard",
    faults=(
        Fault(
            "letters put right at once",
            BOX + 'box.addEventListener("input", () => { box.value = box.value.slice(-1); })',
        ),
        Fault("a caret sent home", BOX + 'box.addEventListener("input", () => box.setSelectionRange(0, 0))'),
        Fault(
            "Enter sends whatever it ends",
            BOX + 'box.addEventListener("keydown", (it) => { if (it.key === "Enter") box.form.requestSubmit(); })',
        ),
        Fault(
            "Enter goes on while a word is composed",
            BOX
            + 'box.addEventListener("keydown", (it) => it.key === "Enter" && !it.isComposing && it.preventDefault())',
        ),
        Fault(
            "focus that runs ahead",
            BOX + 'box.addEventListener("input", () => { if (box.value.length > 1) box.blur(); })',
        ),
    ),
)
