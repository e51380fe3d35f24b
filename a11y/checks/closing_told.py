"""Where the desk closes after a while the page says so beforehand, moves no focus, and one press of a key goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, Route, TimeoutError

from a11y.check import Check, Fault, State

SOMEBODY = 'form[action^="/desk/"][action$="/leave"]'
"""Where a clerk is in, a time runs out."""
AT_COUNTER, LENT = '.read-to a[href^="/desk/"]', ("/consent", "/done")
"""A resident's page in a clerk's browser, where a clerk writes unless the screen is lent, as it is on these pages."""
Left = dict[str, int]
NOTICE, REST, LONG = "[data-rest]", "the rest", {"rest": 1800, "day": 36_000}
SOON = {REST: {"rest": 119, "day": 36_000}, "the day": {"rest": 1800, "day": 119}}
"""Seconds left of each, as the server would tell them: well over the 20 that WCAG 2.2, 2.2.1 asks for."""
TELL = """([name, left]) => {
  const line = new BroadcastChannel(name);
  line.postMessage(left);
  line.close();
}"""
"""As another window of the same desk tells what is left."""
FOCUS = "() => [...document.querySelectorAll('*')].indexOf(document.activeElement)"
SAID = "document.querySelector('[data-rest] + .away')?.remove()"


def look(page: Page, state: State) -> Iterator[str]:
    """Where it is not told, not heard, or not gone on by one press; or told to a resident who has the screen."""
    notice = page.locator(NOTICE)
    if page.locator(AT_COUNTER).count() and state.page.endswith(LENT):
        yield from ["the screen is lent to a resident, and something of the desk is there"] * notice.count()
        return
    if not page.locator(f"{SOMEBODY}, {AT_COUNTER}").count():
        return
    if notice.count() != 1:
        yield "a clerk is in, and nothing is there to say before the desk closes"
        return
    with _going_on(page, notice):
        for what, left in SOON.items():
            yield from (f"{what} is nearly over: {it}" for it in _told(page, notice, what, left))


def _told(page: Page, notice: Locator, what: str, left: Left) -> Iterator[str]:
    focus = page.evaluate(FOCUS)
    _tell(page, notice, left)
    if not _becomes(notice, "visible"):
        yield "nothing is said"
        return
    if page.evaluate(FOCUS) != focus:
        yield "the focus is taken away"
    if not notice.get_by_role("alert").filter(has_text="2").count():
        yield "whoever listens hears nothing of how long it lasts"
    button = notice.get_by_role("button")
    if button.count() != 1:
        yield "there is no button to press"
        return
    button.press("Enter")
    if not _becomes(notice, "hidden"):
        yield f"pressing the button {'does not go on' if what == REST else 'does not put it away'}"


@contextmanager
def _going_on(page: Page, notice: Locator) -> Iterator[None]:
    """A long time is left, and is given to whoever goes on; afterwards the page stands as it stood."""
    stood, address = notice.is_visible(), f"**{notice.get_attribute('data-rest')}"
    focused = page.evaluate_handle("document.activeElement")
    page.route(address, _given)
    try:
        _tell(page, notice, LONG)
        _becomes(notice, "hidden")
        yield
        _tell(page, notice, SOON[REST] if stood else LONG)
        _becomes(notice, "visible" if stood else "hidden")
        if not stood:
            page.evaluate(SAID)
    finally:
        page.unroute(address, _given)
    page.evaluate("(it) => { document.activeElement?.blur(); it.focus({ preventScroll: true }); }", focused)


def _given(route: Route) -> None:
    route.fulfill(json=LONG)


def _tell(page: Page, notice: Locator, left: Left) -> None:
    page.evaluate(TELL, [notice.get_attribute("data-rest"), left])


def _becomes(notice: Locator, state: str) -> bool:
    try:
        notice.wait_for(state=state)  # type: ignore[arg-type]
    except TimeoutError:
        return False
    return True


def _faulty(name: str, script: str) -> Fault:
    return Fault(name, script, page="desk/problem")


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.2.1",),
    look=look,
    at=lambda state: state.variant.look == "standard",
    faults=(
        _faulty("a page that closes without a word", "document.querySelector('[data-rest]').remove()"),
        _faulty(
            "a warning that nobody can press on",
            "for (const it of document.querySelectorAll('[data-rest] button')) it.remove()",
        ),
        _faulty(
            "a warning that is not heard",
            "for (const it of document.querySelectorAll('[data-rest] [role]')) it.removeAttribute('role')",
        ),
        _faulty(
            "a warning that takes the focus",
            "const it = document.querySelector('[data-rest]'); it.tabIndex = -1;"
            "new MutationObserver(() => it.hidden || it.focus()).observe(it, { attributes: true })",
        ),
        _faulty(
            "going on that does nothing",
            "addEventListener('click', (it) => { if (it.target.closest('[data-rest]')) it.stopPropagation(); }, true)",
        ),
    ),
)
