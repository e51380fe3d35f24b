"""Nothing keeps two fingers, or the browser, from making the page larger, and no box makes a phone zoom by itself."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import on_screen, script, told


def look(page: Page, _state: State) -> Iterator[str]:
    """What forbids or forces zooming."""
    yield from told(page, script("zoom"))


META = "document.querySelector('meta[name=viewport]').content = 'width=device-width, %s'"
CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.4",),
    look=look,
    at=on_screen,
    faults=(
        Fault("zoom forbidden", META % "user-scalable=no"),
        Fault("zoom up to a point", META % "maximum-scale=2"),
        Fault("a page that takes two fingers", "document.querySelector('main').style.touchAction = 'pan-y'"),
        Fault("a box that makes the phone zoom", "document.querySelector('main input').style.fontSize = '14px'"),
    ),
)
