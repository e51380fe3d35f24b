"""An installation is visited as any resident could, and nothing is ever sent there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from a11y import audit
from a11y.check import Variant
from a11y.installation import NotThere, found, seen
from a11y.report.gathered import Frame, gathered
from a11y.test_outcome import seen as audited
from tests.serving import free_port

pytestmark = pytest.mark.long

ALONE = {"home", "resume", "status", "preferences", "accessibility", "not-found"}
LOOKED = audit.Wanted(("reflow", "autofill"), variants=(Variant(),))
"""The second asks by the page's name what may be typed there."""
WALKED = ("birth-date", "review", "consent", "done")
"""Pages of a service: a question, the last one that is come to, and what is behind it."""
NOTHING = audit.Wanted(("keys_only",), variants=(Variant(),))
"""A check of whole ways judges no page."""


def test_every_page_is_seen_that_needs_no_application(browser: Browser, address: str) -> None:
    site = found(browser, f"{address}/")
    assert site.towns == ("kasumigahama", "hoshino")
    told = seen(browser, site, LOOKED)
    pages = {state.page for state in told.states}
    starts = {"kasumigahama/kaigo-nintei/start", "kasumigahama/kyufukin/start", "hoshino/juminhyo/start"}
    alone = {f"{town}/{name}" for town in site.towns for name in ALONE}
    assert pages >= {"towns", "accessibility, no town"} | alone | starts
    assert {state.name for state in told.states if state.page == "hoshino/status"} == {"as it opens", "in error"}
    assert told.findings == []


def test_an_address_may_name_one_town(browser: Browser, address: str) -> None:
    site = found(browser, f"{address}/ja/hoshino/")
    assert site.towns == ("hoshino",)
    assert not {state.page for state in seen(browser, site, NOTHING).states if "/" not in state.page}


def test_the_questions_are_answered_up_to_the_review_and_not_sent(browser: Browser, address: str) -> None:
    before = receipts(browser, address)
    site = found(browser, f"{address}/", towns=("hoshino",), walk=True)
    told = seen(browser, site, replace(LOOKED, pages=tuple(f"hoshino/juminhyo/{page}" for page in WALKED)))
    assert told.findings == []
    assert {state.page for state in told.states} == {"hoshino/juminhyo/review", "hoshino/juminhyo/birth-date"}
    assert ("hoshino/juminhyo/birth-date", "in error") in {(state.page, state.name) for state in told.states}
    assert receipts(browser, address) == before, "the seal was pressed"
    assert any("drafts were begun" in words for words in site.reminders)


def receipts(browser: Browser, address: str) -> list[str]:
    """What the server counts of receipts shown."""
    page = browser.new_page()
    answered = page.goto(f"{address}/metrics")
    assert answered
    told = [line for line in answered.text().splitlines() if 'page="done"' in line]
    page.close()
    return told


@pytest.mark.parametrize("path", ["/healthz", "/api/v1/openapi.json"])
def test_what_is_no_portal_is_told_so(browser: Browser, address: str, path: str) -> None:
    with pytest.raises(NotThere, match="no Yorisoi answers"):
        found(browser, f"{address}{path}")


def test_nobody_at_home_is_told_so(browser: Browser) -> None:
    with pytest.raises(NotThere, match="does not answer"):
        found(browser, f"http://127.0.0.1:{free_port()}/")


def test_checks_of_whole_ways_and_sources_do_not_count_for_an_installation(browser: Browser, address: str) -> None:
    site = found(browser, f"{address}/ja/hoshino/")
    moment = audited().ended
    frame = Frame(moment, moment, {"version": "0.1.0"}, site.address)
    told = gathered(frame, audit.Wanted(), seen(browser, site, NOTHING).states, [])
    assert told.ran["reflow"] == len(told.states)
    assert "keys_only" not in told.ran
