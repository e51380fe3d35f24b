"""News: a number that goes on when a case comes, of one's own departments, and that keeps no session awake."""

from __future__ import annotations

from tests.desk.given import DESK, TownHall
from tests.desk.work.given import CASES, clerk, kept

NEWS = f"{DESK}/news"


def test_goes_on_with_each_case_in_reach(hall: TownHall) -> None:
    browser = clerk(hall, welfare=["reader"])
    assert browser.get(NEWS).text == "0"
    kept(hall)
    first = browser.get(NEWS).text
    kept(hall, "elsewhere", department="residents")
    assert browser.get(NEWS).text == first != "0"
    assert f'data-newest="{first}"' in browser.get(CASES).text
    kept(hall, "b")
    assert browser.get(NEWS).text != first


def test_whoever_only_leaves_a_list_open_is_out_after_a_while(hall: TownHall) -> None:
    browser = clerk(hall)
    for _ in range(3):
        hall.later(minutes=12)
        browser.get(NEWS)
    assert browser.get(NEWS).status_code == 303
    awake = clerk(hall)
    for _ in range(3):
        hall.later(minutes=12)
        assert awake.get(CASES).status_code == 200
