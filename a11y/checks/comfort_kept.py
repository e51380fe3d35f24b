"""Text size, colours and language changed in the middle of a question keep every typed word and the place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import cycle
from typing import Any

from playwright.sync_api import Page

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.pages import TOWN
from a11y.passage import passage, told

LOOKS = (
    *(("text:150", "data-text", "150"), ("contrast:dark", "data-contrast", "dark")),
    *(("text:100", "data-text", "100"), ("contrast:standard", "data-contrast", "standard")),
)
LANGUAGES = (("language:en", "lang", "en"), ("language:ja", "lang", "ja"))


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Where comfort costs a word, or leads elsewhere; with script and without."""
    for script in (True, False):
        hand, looks = Pointer(opened(java_script_enabled=script), script=script), cycle(LOOKS)
        for stop in passage(hand, journey):
            if stop.filled or not hand.boxes():
                yield from (f"{stop}: {it}" for it in switched(hand, next(looks)))


def switched(hand: Pointer, look: tuple[str, str, str]) -> Iterator[str]:
    """The look changed, until it is its turn again some pages on; the language changed and changed back."""
    step, typed = _place(hand), hand.typed()
    photo = next((part for part, box in hand.boxes().items() if box.type == "file"), "")
    for wish, attribute, value in (look, *LANGUAGES):
        wished(hand.page, wish, attribute, value)
        now = hand.typed()
        if photo and not now[photo] and hand.page.locator("main form img").count():
            now[photo] = typed[photo]  # the town keeps it, and shows it
        if (_place(hand), now) != (step, typed):
            yield f"{wish}: {step} {typed} became {_place(hand)} {now}"


def wished(page: Page, wish: str, attribute: str, value: str) -> None:
    """Press a comfort button, and wait until it is granted."""
    group = page.locator(f'header details:has(button[value="{wish}"])')
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    page.locator(f'header button[value="{wish}"]').click()
    page.locator(f'html[{attribute}="{value}"]').wait_for()
    page.wait_for_load_state()


def _place(hand: Pointer) -> str:
    return hand.here().partition(f"/{TOWN}/")[2]


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.4", "3.2.2", "3.2.5", "3.3.7"),
    way=way,
    faults=(
        Fault(
            "another language empties the boxes",
            "addEventListener('submit', (e) => { const wish = e.submitter?.value ?? '';"
            " if (!wish.startsWith('language:')) return; e.preventDefault();"
            " location.assign(location.pathname.replace(/^\\/[^/]+/, '/' + wish.slice(9))); }, true)",
        ),
        Fault(
            "another text size loads the page anew",
            "addEventListener('click', (e) => { if (e.target.value?.startsWith('text:')) {"
            " document.documentElement.dataset.text = e.target.value.slice(5); document.forms.answer?.reset(); } })",
        ),
    ),
)
