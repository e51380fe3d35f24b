"""What each button of a case does."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

from portal.accounts.staff import person as people
from portal.cases.case import Case
from portal.cases.course import messages
from portal.cases.talk import calls, replies
from portal.cases.work import notes
from portal.desk.work.acts import clerks
from tests.cases.work.given import whose
from tests.desk.given import TownHall
from tests.desk.test_visit import visit
from tests.desk.work.given import CASES, DOUBT, again, clerk, kept
from tests.desk.work.test_case import seen


def press(browser: TestClient, case: Case, do: str, **typed: str) -> Any:
    """Press a button of a case as it is now."""
    return browser.post(f"{CASES}/{case.id}", data={"do": do, **seen(browser, case), **typed})


def test_takes_a_case_over_and_gives_it_to_a_colleague_and_to_nobody(hall: TownHall) -> None:
    one, me = kept(hall), hall.person({"welfare": ["clerk"]})
    colleague, stranger = hall.person({"*": ["approver"]}), hall.person({"residents": ["clerk"]})
    browser = hall.inside(me)
    for do, typed, holder in (
        ("take-over", {}, me.id),
        ("assign", {"assignee": colleague.id}, colleague.id),
        ("assign", {"assignee": stranger.id}, colleague.id),
        ("assign", {"assignee": ""}, ""),
    ):
        press(browser, one, do, **typed)
        assert again(hall, one).assignee == holder
    assert press(browser, one, "assign", assignee="x").status_code == 422


def test_settles_doubts(hall: TownHall) -> None:
    one, browser = kept(hall, flags=(DOUBT,)), clerk(hall)
    press(browser, one, "check")
    assert again(hall, one).flagged == 0
    assert "確かめたこと</h2>" in browser.get(f"{CASES}/{one.id}").text


def test_keeps_a_note_for_the_colleagues(hall: TownHall) -> None:
    one, browser = kept(hall), clerk(hall)
    assert press(browser, one, "note", note="  ").status_code == 422
    press(browser, one, "note", note="電話で聞いた")
    with hall.database.reading() as db:
        assert [each.text for each in notes.of_case(db, hall.keys, one)] == ["電話で聞いた"]
    assert "電話で聞いた" in browser.get(f"{CASES}/{one.id}").text


def test_writes_to_the_resident_once(hall: TownHall) -> None:
    one, browser = kept(hall), clerk(hall)
    assert press(browser, one, "write", text="").status_code == 422
    told = {"do": "write", **seen(browser, one), "text": "通帳の写真を送ってください。"}
    for _ in range(2):
        assert browser.post(f"{CASES}/{one.id}", data=told).status_code == 303
    with hall.database.reading() as db:
        assert [each.text for each in messages.of_case(db, hall.keys, one)] == ["通帳の写真を送ってください。"]


def test_asks_for_a_way_where_none_was_chosen(hall: TownHall) -> None:
    one, browser = kept(hall), clerk(hall)
    for do, words in (("move", "進める先を選んでください"), ("called", "一つ選んでください")):
        answer = press(browser, one, do)
        assert answer.status_code == 422
        assert words in answer.text


def test_reads_what_was_answered_and_keeps_what_came_of_a_call(hall: TownHall) -> None:
    one, browser = kept(hall), clerk(hall)
    theirs = whose(one)
    with hall.database.writing() as db:
        replies.write(db, hall.keys, theirs, replies.Reply("r1", hall.now, "漢字はこうです"))
        calls.ask(db, hall.keys, theirs, calls.Wish("w1", hall.now, "09012345678", about="いつ終わるか"))
    page = browser.get(f"{CASES}/{one.id}").text
    for words in (
        "電話で話すこと",
        "こちらから先に言わないでください",
        "漢字はこうです",
        "まだ読んでいません",
        "090-1234-5678",
        "いつ終わるか",
    ):
        assert words in page
    press(browser, one, "read")
    press(browser, one, "called", call="w1", outcome=calls.AWAY)
    page = browser.get(f"{CASES}/{one.id}").text
    assert "まだ読んでいません" not in page
    assert "電話：出ませんでした" in page
    press(browser, one, "called", call="w1", outcome=calls.TALKED)
    assert "電話を待っています</h2>" not in browser.get(f"{CASES}/{one.id}").text


def test_only_who_may_work_on_it_can_be_given_it(hall: TownHall) -> None:
    one, able, gone = kept(hall), hall.person({"welfare": ["clerk"]}), hall.person({"welfare": ["clerk"]})
    reader = hall.person({"welfare": ["reader"]})
    with hall.database.writing() as db:
        people.revoke(db, hall.keys, gone, hall.now)
    with visit(hall) as at:
        found = {each.id for each in clerks(at, one)}
    assert able.id in found
    assert not {gone.id, reader.id} & found
