"""A visit to the desk: a look at a case goes into the trail before anything of it is shown."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import Request

from portal.accounts.staff import trail
from portal.cases.case import opened
from portal.desk.page import Page
from portal.desk.visit import DeskVisit
from tests.cases.given import sent
from tests.desk.given import HERE, TownHall


def visit(hall: TownHall, *, writes: bool = True) -> DeskVisit:
    """Somebody at a page."""
    scope = {"type": "http", "headers": [], "path_params": {"town": "kasumigahama", "x": "y"}, "method": "GET"}
    page = Page(name="home", needs="reader", show=lambda at: at.refuse(404), writes=writes)
    come = DeskVisit(hall.house, Request(scope), page, None)
    come.somebody = hall.person({"welfare": ["clerk"], "residents": ["auditor"]})
    return come


def test_a_look_is_kept_with_the_case(hall: TownHall) -> None:
    with hall.database.writing() as db:
        case = opened(db, hall.keys, sent(), hall.now)
    with visit(hall) as at:
        at.looked(case)
    with hall.database.reading() as db:
        [look] = trail.of_case(db, HERE, case.id)
    assert (look.department, look.page, look.at) == (case.department, "home", hall.now)


def test_a_list_is_kept_once_for_each_department_with_its_length(hall: TownHall) -> None:
    with hall.database.writing() as db:
        departments = ("welfare", "residents", "welfare")
        some = [opened(db, hall.keys, sent(key=str(n), department=one), hall.now) for n, one in enumerate(departments)]
    with visit(hall, writes=False) as at:
        at.listed(some)
        at.listed([])
    with hall.database.reading() as db:
        kept = trail.newest(db, HERE, frozenset("*"))
    assert [(one.kind, one.department, one.shown, one.case, one.page) for one in kept] == [
        ("listed", "welfare", 2, "", "home"),
        ("listed", "residents", 1, "", "home"),
    ]


def test_a_moment_is_told_as_people_tell_it_there(hall: TownHall) -> None:
    with visit(hall) as at:
        assert at.moment(datetime(2026, 12, 31, 15, 5, tzinfo=UTC)) == "2027年1月1日 金曜日 00:05"
        at.language = "en"
        assert at.moment(datetime(2026, 11, 24, 1, tzinfo=UTC)) == "Tuesday, 24 November 2026, 10:00"


def test_reaches_by_the_role_the_page_needs(hall: TownHall) -> None:
    assert visit(hall).reach == {"welfare"}


def test_what_is_told_is_kept_though_the_page_only_reads(hall: TownHall) -> None:
    with visit(hall, writes=False) as at:
        at.tell("left")
    with hall.database.reading() as db:
        assert [one.kind for one in trail.newest(db, HERE, frozenset("*"))] == ["left"]
