"""The inbox: what needs a clerk now comes first, page by page, of their own departments alone."""

from __future__ import annotations

import re

from portal.accounts.staff import trail
from portal.cases import turn
from portal.desk.work.reach import A_PAGE
from tests.cases.given import TOWN
from tests.desk.given import HERE, THERE, TownHall
from tests.desk.work.given import CASES, DOUBT, changed, clerk, kept


def named(page: str) -> list[str]:
    """Whose cases a page lists, in its order."""
    return re.findall(r'<li><a href="[^"]*/cases/\w{32}"><b><bdi class="whole">([^ <]+)', page)


def test_who_waits_for_a_call_comes_before_what_is_new_and_doubtful_before_clean(hall: TownHall) -> None:
    kept(hall, "a", 3, applicant="新")
    kept(hall, "b", 1, applicant="疑", flags=(DOUBT,))
    changed(hall, kept(hall, "c", applicant="電"), turn=turn.CALL)
    page = clerk(hall).get(CASES).text
    assert named(page) == ["電", "疑", "新"]
    assert "待っている日数：3日" in page
    assert "確かめること：1件" in page
    for way in ("すべて <span>3件", "電話を待っている人 <span>1件", "新しい（確かめてから進める） <span>1件"):
        assert way in page


def test_nobody_sees_a_case_of_another_department_or_town(hall: TownHall) -> None:
    kept(hall, "a", applicant="福祉")
    kept(hall, "b", applicant="市民", department="residents")
    kept(hall, "c", applicant="よそ", municipality=THERE)
    assert named(clerk(hall).get(CASES).text) == ["福祉"]
    assert named(clerk(hall).get(f"{CASES}?department=residents").text) == []
    assert named(clerk(hall, residents=["reader"]).get(CASES).text) == ["市民"]
    assert {*named(clerk(hall, **{"*": ["reader"]}).get(CASES).text)} == {"福祉", "市民"}


def test_a_queue_is_narrowed_by_what_its_address_says(hall: TownHall) -> None:
    browser = clerk(hall, **{"*": ["clerk"]})
    kept(hall, "a", 4, applicant="古")
    kept(hall, "b", applicant="疑", flags=(DOUBT,), department="residents")
    changed(hall, kept(hall, "c", applicant="済"), turn=turn.ON, status="checking")
    for query, names in (
        ("turn=4", ["古"]),
        ("department=residents", ["疑"]),
        ("status=checking", ["済"]),
        ("flagged=on", ["疑"]),
        ("waiting=3", ["古"]),
        ("whose=mine", []),
        ("whose=free&order=oldest&status=received", ["疑", "古"]),
        ("turn=9&status=nonsense&waiting=x&whose=x&order=x&behind=x", ["疑", "古", "済"]),
    ):
        assert named(browser.get(f"{CASES}?{query}").text) == names, query
    assert "いま申し込みがありません" in browser.get(f"{CASES}?whose=mine").text


def test_goes_on_page_by_page_and_shows_each_case_once(hall: TownHall) -> None:
    for n in range(A_PAGE + 2):
        kept(hall, f"k{n}", n, applicant=f"人{n}")
    browser = clerk(hall)
    first = browser.get(CASES).text
    [more] = re.findall(r'href="([^"]*behind=[^"]*)"', first)
    second = browser.get(more.replace("&amp;", "&")).text
    assert len(named(first)) == A_PAGE
    assert len({*named(first), *named(second)}) == A_PAGE + 2
    assert "はじめの申し込みへ" in second


def test_a_clerk_keeps_a_queue_under_a_name_and_forgets_it(hall: TownHall) -> None:
    browser = clerk(hall)
    answer = browser.post(CASES, data={"do": "keep", "name": "朝いちばん", "turn": "1"})
    assert answer.headers["location"] == f"{CASES}?turn=1"
    page = browser.get(CASES).text
    assert f'href="{CASES}?turn=1">朝いちばん' in page
    assert "朝いちばん" not in clerk(hall).get(CASES).text
    unnamed = browser.post(CASES, data={"do": "keep", "name": " ", "turn": "1"})
    assert unnamed.status_code == 422
    assert "残せるのは30個まで" in unnamed.text
    [drop] = re.findall(r'value="(drop:\w+)"', page)
    browser.post(CASES, data={"do": drop})
    assert "朝いちばん" not in browser.get(CASES).text


def test_says_whose_a_case_is(hall: TownHall) -> None:
    me = hall.person({"welfare": ["clerk"]}, name="田中 一郎")
    one = kept(hall)
    changed(hall, one, assignee=me.id)
    page = hall.inside(me).get(f"{CASES}?whose=mine").text
    assert "担当：田中 一郎" in page
    assert "私の担当 <span>1件" in page
    assert one.municipality == TOWN


def test_a_page_of_it_is_one_look_at_a_list(hall: TownHall) -> None:
    kept(hall, "a")
    kept(hall, "b")
    browser = clerk(hall)
    browser.get(CASES)
    browser.get(f"{CASES}?whose=mine")
    with hall.database.reading() as db:
        told = [(one.kind, one.page, one.shown) for one in trail.newest(db, HERE, frozenset("*"))]
    assert told == [("listed", "inbox", 2)], "nobody was shown by the empty queue"
