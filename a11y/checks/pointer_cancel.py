"""A finger or mouse that goes down on something and is lifted elsewhere has pressed nothing."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.memory import is_new, line
from a11y.seen import told

PLACES = """(only_main) => {
  const place = [scrollX, scrollY], kinds = new Map();
  document.activeElement.blur(); /* what was typed there counts as changed from now on, not from the first press */
  for (const it of document.querySelectorAll("a[href], button, summary, label")) {
    const where = it.closest("header, main, aside, footer")?.localName;
    const kind = [it.localName, it.className, it.type, it.control?.type, it.control?.checked, where].join(" ");
    if (only_main && where !== "main") continue;
    if (shown(it) && !kinds.has(kind)) kinds.set(kind, it);
  }
  const found = [...kinds].map(([kind, it]) => {
    it.scrollIntoView({ block: "center" });
    const box = it.getClientRects()[0];
    const x = box.left + Math.min(box.width / 2, 40), y = box.top + box.height / 2;
    return { kind, name: named(it), x, y, scrolled: scrollY };
  });
  window.yorisoiPressed = { happened: [], place };
  const { happened } = window.yorisoiPressed;
  window.yorisoiPressed.tell = (event) => happened.push(event.type);
  for (const type of ["submit", "change", "input", "toggle", "pagehide", "popstate", "hashchange"])
    addEventListener(type, window.yorisoiPressed.tell, true);
  window.yorisoiPressed.watch = new MutationObserver((all) => happened.push(`change of ${named(all[0].target)}`));
  window.yorisoiPressed.watch.observe(document, { subtree: true, childList: true, attributes: true });
  return found;
}"""
HAPPENED = "window.yorisoiPressed?.happened.splice(0) ?? ['another page']"
DONE = """() => {
  const { tell, watch, place } = window.yorisoiPressed;
  for (const type of ["submit", "change", "input", "toggle", "pagehide", "popstate", "hashchange"])
    removeEventListener(type, tell, true);
  watch.disconnect();
  delete window.yorisoiPressed;
  getSelection().removeAllRanges();
  scrollTo(...place);
}"""
BUTTON = {"button": "left", "clickCount": 1}
FOCUS = "(it) => it === document.body ? document.activeElement.blur() : it.focus({ preventScroll: true })"
ASIDE = 2
"""CSS pixels from the left edge, where nothing can be pressed."""


def look(page: Page, state: State) -> Iterator[str]:
    """What happens though the finger went away from one thing of each kind that was not met on this walk; around every
    page on a few only."""
    focused = page.evaluate_handle("document.activeElement")
    things = told(page, PLACES, "/" in state.page)
    for thing in (it for it in things if is_new(page, "pointer_cancel", it["kind"])):
        page.evaluate("(y) => scrollTo(0, y)", thing["scrolled"])
        for kind, x in (("mousePressed", thing["x"]), ("mouseReleased", ASIDE)):
            line(page).send("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": thing["y"], **BUTTON})
        if happened := page.evaluate(HAPPENED):
            yield f"{thing['name']} is let go of, and yet: {happened[0]}"
        if happened == ["another page"]:
            return
    page.evaluate(DONE)
    page.evaluate(FOCUS, focused)


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.5.2",),
    look=look,
    at=lambda state: state.variant.look == "standard",
    faults=(
        Fault(
            "a button that acts when the finger comes down",
            'document.querySelector("main .go").addEventListener("mousedown", (event) => event.target.click())',
        ),
        Fault(
            "a panel that opens when the finger comes down",
            'const it = document.querySelector("header details");'
            'it.addEventListener("pointerdown", () => { it.open = true; })',
        ),
        Fault(
            "a choice made when the finger is lifted anywhere",
            'addEventListener("pointerup", () => { document.querySelector("#era").checked = true;'
            'document.querySelector("#era").dispatchEvent(new Event("change", { bubbles: true })); })',
        ),
    ),
)
