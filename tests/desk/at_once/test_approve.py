"""Many at once: what is clean is approved by who decides, and nothing that somebody should look at."""

from __future__ import annotations

import re

from portal.cases.work import many
from portal.desk.at_once.approve import OUTCOMES
from tests.cases.work.given import other
from tests.desk.given import DESK, TownHall
from tests.desk.work.given import DOUBT, again, changed, clerk, kept

APPROVE = f"{DESK}/approve"
BOXES = re.compile(r'name="(pick-\w+\.\d+)"')


def test_offers_what_is_clean_in_the_departments_of_who_decides(hall: TownHall) -> None:
    one = kept(hall)
    kept(hall, **other(1), flags=(DOUBT,))
    kept(hall, **other(2), earlier=("1234-5678-90",))
    kept(hall, **other(3))
    kept(hall, **{**other(3), "key": "again"})
    kept(hall, "elsewhere", department="residents")
    browser = clerk(hall, welfare=["approver"], residents=["clerk"])
    assert BOXES.findall(browser.get(APPROVE).text) == [f"pick-{one.id}.0"]
    assert f'href="{APPROVE}"' in browser.get(f"{DESK}/cases").text
    assert f'href="{APPROVE}"' not in clerk(hall).get(f"{DESK}/cases").text


def test_approves_each_for_itself_and_says_why_one_was_left(hall: TownHall) -> None:
    good, late = kept(hall, **other(1), applicant="一人目"), kept(hall, **other(2), applicant="二人目")
    theirs = kept(hall, "c", department="residents")
    browser = clerk(hall, welfare=["approver"])
    ticked = dict.fromkeys(BOXES.findall(browser.get(APPROVE).text), "on")
    changed(hall, late, assignee="somebody")
    page = browser.post(APPROVE, data={"do": "approve", **ticked, f"pick-{theirs.id}.0": "on"}).text
    assert [again(hall, one).status for one in (good, late, theirs)] == ["accepted", "received", "received"]
    assert "一人目</a>：終わりました" in page
    assert "二人目</a>：ほかの人が、先に変えました" in page
    assert theirs.id not in page


def test_asks_for_something_to_decide(hall: TownHall) -> None:
    one, browser = kept(hall), clerk(hall, welfare=["approver"])
    for typed in ({}, {f"pick-{one.id}.x": "on"}, {f"pick-{one.id}": "on"}):
        answer = browser.post(APPROVE, data={"do": "approve", **typed})
        assert answer.status_code == 422
        assert "決める申し込みを、選んでください" in answer.text
    assert again(hall, one) == one


def test_says_so_where_there_is_nothing(hall: TownHall) -> None:
    assert "いまは、ありません" in clerk(hall, welfare=["approver"]).get(APPROVE).text


def test_every_outcome_has_its_words() -> None:
    reasons = {many.FLAGGED, many.WAITED, many.TWICE, many.BESIDE, many.UNCONFIRMED, many.STUCK}
    assert OUTCOMES.keys() == {many.APPROVED, many.DECIDED_BEFORE, many.CHANGED, many.GONE} | reasons
