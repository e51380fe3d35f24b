"""The queue of those who want to be called: in their order, once each, for who may, with what came of it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest

from portal.accounts.staff import trail
from portal.cases import turn
from portal.cases.case import Case
from portal.cases.talk import calls
from portal.cases.talk.calls import AWAY, NO_NEED, TALKED, Wish
from portal.desk.work import calls as page_of_calls
from portal.desk.work.calls import after
from tests.cases.work.given import whose
from tests.desk.given import DESK, HERE, THERE, TownHall
from tests.desk.work.given import CASES, again, clerk, kept

CALLS = f"{DESK}/calls"


def wanted(hall: TownHall, name: str, days: float = 0, day: date | None = None, **changes: str) -> Case:
    """Somebody wants to be called, since so many days; the wish has their name for its id."""
    one = kept(hall, name, days, applicant=name, **changes)
    with hall.database.writing() as db:
        wish = Wish(name, hall.now - timedelta(days=days), "09012345678", day, about=f"{name}のこと")
        calls.ask(db, hall.keys, whose(one), wish)
    return one


def named(page: str) -> list[str]:
    """Who is to be called, in the order of a page."""
    return re.findall(r'<li><h3><a href="[^"]*/cases/\w{32}">([^ <]+)さん', page)


def made(case: Case, outcome: str = TALKED) -> dict[str, str]:
    """The form that says what came of a call."""
    name = case.applicant
    return {"do": "called", "case": case.id, "call": name, f"outcome-{name}": outcome}


def test_who_is_due_is_called_before_who_wants_it_later(hall: TownHall) -> None:
    wanted(hall, "早")
    wanted(hall, "待", 2)
    wanted(hall, "先", day=date(2026, 11, 27))
    page = clerk(hall).get(CALLS).text
    assert named(page) == ["待", "早", "先"]
    assert page.index("いま、電話する人") < page.index("早") < page.index("あとで、電話する人") < page.index("先さん")
    for words in (
        "待っている日数：2日",
        "早いほどよい",
        "090-1234-5678",
        "先のこと",
        "こちらから先に言わないでください",
    ):
        assert words in page, words
    assert 'href="tel:09012345678"' in page


def test_nobody_is_shown_whom_others_are_to_call(hall: TownHall) -> None:
    mine, theirs = wanted(hall, "福"), wanted(hall, "市", department="residents")
    wanted(hall, "他", municipality=THERE)
    browser = clerk(hall)
    assert named(browser.get(CALLS).text) == ["福"]
    assert named(clerk(hall, residents=["reader"]).get(CALLS).text) == ["市"]
    assert browser.post(CALLS, data=made(theirs)).status_code == 404
    assert browser.post(CALLS, data={**made(mine), "call": "市", "outcome-市": TALKED}).status_code == 404
    reader = clerk(hall, welfare=["reader"], residents=["clerk"])
    assert 'name="outcome-福"' not in reader.get(CALLS).text
    assert reader.post(CALLS, data=made(mine)).status_code == 404
    assert named(browser.get(CALLS).text) == ["福"]


def test_what_came_of_a_call_is_kept_and_who_was_away_is_called_again(hall: TownHall) -> None:
    one, browser = wanted(hall, "花"), clerk(hall)
    amiss = browser.post(CALLS, data=made(one, "x"))
    assert amiss.status_code == 422
    assert 'href="#outcome-花"' in unescape(amiss.text)
    assert "<details open>" in amiss.text
    assert browser.post(CALLS, data=made(one, AWAY)).headers["location"] == f"{CALLS}?done=called&case={one.id}"
    page = browser.get(f"{CALLS}?done=called").text
    assert "電話のことを残しました" in page
    assert "出なかった回数：1回、12:00から、もう一度かけてください" in page
    assert "あとで、電話する人" in page
    hall.later(hours=3)
    assert "出なかった回数：1回</b>" in clerk(hall).get(CALLS).text
    clerk(hall).post(CALLS, data=made(one))
    assert "電話を待っている人はいません" in clerk(hall).get(CALLS).text


def test_no_line_begins_with_the_sign_after_a_receipt_number(hall: TownHall) -> None:
    wanted(hall, "花")
    page = clerk(hall, welfare=["clerk"], residents=["clerk"]).get(CALLS).text
    assert "、</bdi>福祉課</p>" in page


def test_a_call_due_another_day_says_which(hall: TownHall) -> None:
    one = wanted(hall, "花")
    hall.later(hours=13)
    browser = clerk(hall)
    browser.post(CALLS, data=made(one, AWAY))
    assert "11月25日 水曜日 01:00から、もう一度かけてください" in browser.get(CALLS).text


def test_a_reader_says_nothing_of_a_call_by_any_button(hall: TownHall) -> None:
    one = wanted(hall, "花")
    reader = clerk(hall, welfare=["reader"], residents=["clerk"])
    for do in ("", "x", "next"):
        assert reader.post(CALLS, data={**made(one), "do": do}).headers["location"] == CALLS
    assert named(reader.get(CALLS).text) == ["花"]


def test_a_call_that_was_not_done_after_all_waits_again(hall: TownHall) -> None:
    one, browser = wanted(hall, "花", 2), clerk(hall)
    after = browser.post(CALLS, data=made(one)).headers["location"]
    assert "花さんの電話は、すみました" in browser.get(after).text
    assert "call-open" not in clerk(hall, welfare=["reader"]).get(after).text
    wish = {"do": "call-open", "case": one.id, "call": "花"}
    for reader in (clerk(hall, welfare=["reader"]), clerk(hall, residents=["clerk"])):
        assert reader.post(CALLS, data=wish).status_code in {403, 404}
    back = browser.post(CALLS, data=wish).headers["location"]
    page = browser.get(back).text
    assert "電話を待っている人に戻しました。" in page
    assert named(page) == ["花"]
    assert "待っている日数：2日" in page
    assert again(hall, one).turn == turn.CALL
    twice = browser.post(CALLS, data=wish)
    assert twice.status_code == 409
    assert "もう待っている人の中にあります" in twice.text
    page = browser.get(f"{CASES}/{one.id}").text
    assert page.index("電話：まだすんでいません。待っている人に戻しました") < page.index("電話：話しました")


def test_the_page_of_a_case_brings_a_call_back_too(hall: TownHall) -> None:
    one, browser = wanted(hall, "花"), clerk(hall)
    at = f"{CASES}/{one.id}"
    assert "call-open" not in browser.get(at).text
    browser.post(CALLS, data=made(one, NO_NEED))
    assert 'value="call-open"' in browser.get(at).text
    assert 'value="call-open"' not in clerk(hall, welfare=["reader"]).get(at).text
    assert browser.post(at, data={"do": "call-open", "call": "花"}).headers["location"] == f"{at}?done=call-open"
    assert "電話を待っている人に戻しました。" in browser.get(f"{at}?done=call-open").text
    assert named(browser.get(CALLS).text) == ["花"]


def test_of_two_who_call_the_second_is_told_and_nothing_is_overwritten(hall: TownHall) -> None:
    one = wanted(hall, "花")
    assert clerk(hall).post(CALLS, data=made(one)).status_code == 303
    second = clerk(hall).post(CALLS, data=made(one, AWAY))
    assert second.status_code == 409
    assert "ほかの人が先にすませました" in second.text
    with hall.database.reading() as db:
        [call] = calls.of_case(db, hall.keys, one)
    assert (call.tries, call.done) == (0, hall.now)


def test_goes_on_page_by_page(hall: TownHall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_of_calls, "A_PAGE", 2)
    for n in range(5):
        wanted(hall, f"人{n}", 5 - n)
    browser, at, found = clerk(hall), CALLS, list[str]()
    while at:
        page = browser.get(at).text
        found += named(page)
        at = next((unescape(one) for one in re.findall(r'href="([^"]*behind=[^"]*)"', page)), "")
    assert found == ["人0", "人1", "人2", "人3", "人4"]
    assert "はじめの人たちへ" in page
    for wrong in ("x", "1.", ".x", "9" * 20 + ".x"):
        assert after(wrong) is None
        assert named(browser.get(CALLS, params={"behind": wrong}).text) == ["人0", "人1"]


def test_every_page_says_how_many_wait_and_the_list_is_one_look(hall: TownHall) -> None:
    browser = clerk(hall)
    assert f'href="{CALLS}">電話</a>' in browser.get(f"{DESK}/").text
    wanted(hall, "花")
    wanted(hall, "市", department="residents")
    assert f'href="{CALLS}">電話 <span>1件</span></a>' in browser.get(f"{DESK}/account").text
    browser.get(CALLS)
    with hall.database.reading() as db:
        [look] = trail.newest(db, HERE, frozenset("*"))
    assert (look.kind, look.page, look.shown) == ("listed", "calls", 1)


def test_the_page_of_the_case_tells_the_same(hall: TownHall) -> None:
    page = clerk(hall).get(f"{CASES}/{wanted(hall, '花').id}").text
    assert "電話を待っています</h2>" in page
    assert "花のこと" in page
