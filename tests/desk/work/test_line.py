"""A case as a line of a list."""

from __future__ import annotations

from portal.cases.turn import NOTHING
from portal.desk.work.line import lines, waits, whose
from tests.desk.given import TownHall
from tests.desk.test_visit import visit
from tests.desk.work.given import again, changed, kept


def test_tells_where_it_stands_when_it_needs_nothing(hall: TownHall) -> None:
    one = kept(hall)
    changed(hall, one, status="accepted", turn=NOTHING)
    with visit(hall) as at:
        [line] = lines(at, [again(hall, one)], several=True)
    assert (line.needs, line.waits, line.department) == ("手続きが終わりました", "", "福祉課")


def test_counts_days_as_people_do(hall: TownHall) -> None:
    with visit(hall) as at:
        assert waits(at, kept(hall, "a", 0.01)) == "待ちはじめた日：今日"
        assert waits(at, kept(hall, "b", 1)) == "待っている日数：1日"


def test_a_clerk_who_is_gone_is_told_as_such(hall: TownHall) -> None:
    one = kept(hall)
    changed(hall, one, assignee="nobody")
    with visit(hall) as at:
        assert whose(at, again(hall, one), {}) == "いまはいない人"
        assert whose(at, one, {}) == ""
