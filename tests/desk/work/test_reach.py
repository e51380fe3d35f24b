"""Reach: who sees a case, and who acts on it; everywhere is every department the town has."""

from __future__ import annotations

from portal.desk.work.reach import found, may, reach, writing
from tests.desk.given import EVERYTHING, TownHall
from tests.desk.test_visit import visit
from tests.desk.work.given import kept


def test_reaches_the_departments_of_the_role(hall: TownHall) -> None:
    with visit(hall) as at:
        assert reach(at).departments == {"welfare"}
        assert reach(at, "approver").departments == frozenset()
        at.somebody = hall.person(EVERYTHING)
        assert reach(at, "approver").departments == {"welfare", "residents"}
        at.somebody = hall.person({"gone": ["clerk"]})
        assert reach(at).departments == frozenset()


def test_a_case_is_found_and_acted_on_within_reach(hall: TownHall) -> None:
    mine, other = kept(hall), kept(hall, "b", department="residents")
    with visit(hall) as at:
        at.parts = {"case": mine.id}
        assert found(at) == mine
        assert [may(at, mine), may(at, mine, "approver"), may(at, other)] == [True, False, False]
        at.parts = {"case": other.id}
        assert found(at) is None


def test_a_letter_is_about_the_version_that_was_asked_with(hall: TownHall) -> None:
    with visit(hall) as at:
        about = writing(at, kept(hall))
    assert (about.version, about.town.slug) == (None, "kasumigahama")
