"""One check does not spoil the page for the next, and one that stops does not stop the audit."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from a11y.audit import Piece, Wanted, done, judge, pieces
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


def breaks(_page: Page, _state: State) -> Iterator[str]:
    """A check that finds something and then comes to a stop."""
    yield "something"
    raise KeyError("nothing there")


def test_a_check_that_stops_is_a_finding_and_the_others_go_on(opened: Callable[..., Page]) -> None:
    judges = {"a": Check("", (), (), look=breaks), "b": Check("", (), (), look=on_paper)}
    found = [(one.check, one.what) for one in judge(opened(), State("status", "as it opens"), judges)]
    assert found == [("a", "something"), ("a", "the check came to a stop: KeyError 'nothing there'"), ("b", "False")]


def test_a_piece_that_stops_is_a_finding(browser: Browser, address: str) -> None:
    [finding] = done(browser, address, Piece("way", "no such journey", check="touch_only"), Wanted()).findings
    assert (finding.check, finding.page) == ("touch_only", "no such journey")
    assert finding.what == "came to a stop: KeyError 'no such journey'"


NARROWED = {
    "everything": (Wanted(), {"look", "way", "faults"}),
    "a page": (Wanted(pages=("preferences",)), {"look"}),
    "a service": (Wanted(pages=("juminhyo/*",)), {"look", "way"}),
    "a variant": (Wanted(variants=(Variant("en", 200, "dark"),)), {"look"}),
    "a check of whole ways": (Wanted(("keys_only",)), {"way", "faults"}),
}


@pytest.mark.parametrize(("wanted", "kinds"), NARROWED.values(), ids=NARROWED.keys())
def test_only_what_is_wanted_is_worked_on(wanted: Wanted, kinds: set[str]) -> None:
    work = pieces(wanted)
    assert {piece.kind for piece in work} == kinds
    assert wanted.pages != ("juminhyo/*",) or {piece.name for piece in work} == {"juminhyo", "residence-certificate"}
