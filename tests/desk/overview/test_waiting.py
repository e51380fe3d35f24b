"""The first page shows people of one's own departments, how long they wait, and one thing to do for each."""

from __future__ import annotations

import re
from datetime import timedelta

from portal.accounts.staff import trail
from portal.cases import case as cases
from tests.desk.given import DESK, HERE, TownHall
from tests.desk.work.given import CASES, DOUBT, clerk, kept


def people(page: str, group: str) -> list[tuple[str, str]]:
    """Address and name of everybody in a group of the page."""
    section = page.partition(f'<section aria-labelledby="{group}">')[2].partition("</section>")[0]
    found = re.findall(r'<li><a href="([^"]*)"><b>(.*?)</b>', section)
    return [(address, re.sub("</?bdi[^>]*>", "", name)) for address, name in found]


def stood(hall: TownHall, key: str, status: str, days: float, **more: object) -> cases.Case:
    case = kept(hall, key, days=30, **more)
    with hall.database.writing() as db:
        cases.stands(db, case, status, hall.now - timedelta(days=days))
    return case


def test_each_has_how_long_and_one_thing_to_do(hall: TownHall) -> None:
    waits, doubtful = kept(hall, days=3), kept(hall, "draft-2", applicant="鈴木 一郎", flags=(DOUBT,))
    quiet = stood(hall, "draft-3", "asked", 20, applicant="田中 花")
    page = clerk(hall).get(f"{DESK}/").text
    assert people(page, "longest") == [
        (f"{CASES}/{waits.id}", "山田 花子さん"),
        (f"{CASES}/{doubtful.id}", "鈴木 一郎さん"),
    ]
    assert people(page, "stuck") == [(f"{CASES}/{doubtful.id}?words=doubts#text", "鈴木 一郎さん")]
    assert people(page, "silent") == [(f"{CASES}/{quiet.id}?words=call#to-call", "田中 花さん")]
    for told in ("3日待っています", "確かめたいこと：名前", "聞いてから20日", "今日から待っています", waits.number):
        assert told in page


def test_who_only_reads_opens_the_case_and_asks_nobody(hall: TownHall) -> None:
    case = kept(hall, flags=(DOUBT,))
    page = hall.inside(hall.person({"welfare": ["reader"]})).get(f"{DESK}/").text
    assert people(page, "stuck") == [(f"{CASES}/{case.id}", "山田 花子さん")]


def test_nobody_of_another_department_is_shown_and_no_reader_sees_anybody(hall: TownHall) -> None:
    kept(hall, flags=(DOUBT,))
    page = hall.inside(hall.person({"residents": ["approver"]})).get(f"{DESK}/").text
    assert "山田" not in page
    for kind in ("待っている人はいません。", "困っている人はいません。", "みなさんから、返事が来ています。"):
        assert kind in page
    for role in ("administrator", "auditor"):
        page = hall.inside(hall.person({"*": [role]})).get(f"{DESK}/").text
        assert "山田" not in page
        assert 'aria-labelledby="longest"' not in page


def test_it_is_put_into_the_trail(hall: TownHall) -> None:
    kept(hall, flags=(DOUBT,))
    clerk(hall).get(f"{DESK}/")
    with hall.database.reading() as db:
        found = [(one.kind, one.department, one.shown, one.page) for one in trail.newest(db, HERE, frozenset("*"))]
    assert found[0] == (trail.LISTED, "welfare", 1, "home"), "in two lists, and seen once"


def test_what_to_say_in_a_call_lies_open_for_who_went_silent(hall: TownHall) -> None:
    quiet, new = stood(hall, "draft-1", "asked", 20, applicant="田中 花"), kept(hall, "draft-2")
    page = clerk(hall).get(f"{CASES}/{quiet.id}?words=call").text
    assert '<details id="to-call" open>' in page
    assert "田中 花さんは、いらっしゃいますか" in page.partition('id="to-call"')[2]
    assert '<details id="to-call">' in clerk(hall).get(f"{CASES}/{quiet.id}").text
    assert "to-call" not in clerk(hall).get(f"{CASES}/{new.id}").text
