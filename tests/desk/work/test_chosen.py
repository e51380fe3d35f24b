"""A queue in an address: read as it was written, and never more than somebody may see."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from portal.cases.inbox import Wanted
from portal.cases.queue.listing import OLDEST, Spot
from portal.cases.queue.views import View
from portal.desk.work import chosen

REACH = Wanted(municipality="990019", departments=frozenset({"welfare"}))
NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)
VIEWS = (
    View(name=""),
    View(name="", turn=2, status="received", departments=("welfare",), flagged=True),
    View(name="", mine=True, waiting=3),
    View(name="", free=True, order=OLDEST),
)


@pytest.mark.parametrize("view", VIEWS)
def test_is_read_as_it_was_told(view: View) -> None:
    assert chosen.read(chosen.told(view)) == view


def test_the_usual_queue_has_the_plain_address() -> None:
    assert chosen.address("/cases", View(name="")) == "/cases"
    assert chosen.address("/cases", View(name="x", turn=1)) == "/cases?turn=1"


def test_a_place_is_read_as_it_was_written_and_nothing_else_is_one() -> None:
    spot = Spot(3, NOW + timedelta(milliseconds=5), 17)
    written = chosen.address("", View(name=""), spot).partition("behind=")[2]
    assert chosen.spot(written) == spot
    for wrong in ("", "1", "1.2", "a.b.c", "-1.2.3", "1.2.3.4", "1.99999999999999999999.3", "１.2.3"):
        assert chosen.spot(wrong) is None


def test_no_queue_reaches_further_than_its_clerk() -> None:
    asked = View(name="", departments=("residents",))
    assert chosen.queue(asked, REACH, "s1", NOW).departments == frozenset()
    mine = chosen.queue(View(name="", mine=True, waiting=1), REACH, "s1", NOW)
    assert (mine.departments, mine.assignee, mine.waiting) == (REACH.departments, "s1", NOW - timedelta(days=1))
    assert chosen.queue(View(name="", free=True), REACH, "s1", NOW).assignee == ""
    assert chosen.queue(View(name=""), REACH, "s1", NOW).assignee is None
