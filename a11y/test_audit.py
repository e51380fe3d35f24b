"""One check does not spoil the page for the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import Page

from a11y.audit import judge
from a11y.check import Check, State, Variant

PAPER = State("status", "as it opens", Variant(look="print"))


def lets_go(page: Page, _state: State) -> Iterator[str]:
    """A check that asks the browser by a session of its own."""
    page.context.new_cdp_session(page).detach()
    yield from ()


def on_paper(page: Page, _state: State) -> Iterator[str]:
    """Tells whether the page is shown as on paper."""
    yield str(page.evaluate("matchMedia('print').matches"))


def test_paper_stays_paper_for_every_check(opened: Callable[..., Page]) -> None:
    page = opened(PAPER.variant)
    page.goto("/ja/kasumigahama/status")
    page.emulate_media(media="print")
    judges = {"a": Check("", (), (), look=lets_go), "b": Check("", (), (), look=on_paper)}
    assert [one.what for one in judge(page, PAPER, judges)] == ["True"]
