"""Days: written as people write them, kept as days, and offered to nobody who wants to be called."""

from __future__ import annotations

from datetime import date

import pytest

from portal.cases.talk.days import coming
from tests.desk.given import TownHall
from tests.desk.town.given import DAYS, applied, form, previewed, town


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("12月28日", {"2026-12-28"}),
        ("令和9年1月4日、2027/1/5", {"2027-01-04", "2027-01-05"}),
        ("1月4日", {"2027-01-04"}),
        ("８月１３日から８月１５日まで", {"2027-08-13", "2027-08-14", "2027-08-15"}),
        ("8/13 ~ 8/15", {"2027-08-13", "2027-08-14", "2027-08-15"}),
        ("12月30日～1月2日\n12月31日", {"2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"}),
    ],
)
def test_days_are_read_as_people_write_them(hall: TownHall, written: str, days: set[str]) -> None:
    applied(hall.inside(hall.person()), DAYS, closed=written)
    assert {day.isoformat() for day in town(hall).closed} == days


@pytest.mark.parametrize("written", ["お盆のあいだ", "2月30日", "1月1日から9月1日まで"])
def test_what_is_no_day_is_told_and_stays(hall: TownHall, written: str) -> None:
    page = previewed(hall.inside(hall.person()), DAYS, closed=f"12月28日\n{written}")
    assert page.status_code == 422
    assert "いつかわかりません" in page.text
    assert form(page.text)["closed"] == f"12月28日\n{written}"


def test_a_day_is_open_or_closed(hall: TownHall) -> None:
    page = previewed(hall.inside(hall.person()), DAYS, closed="12月28日", opened="12月28日")
    assert page.status_code == 422
    assert "2026年12月28日が、両方に書いてあります" in page.text


def test_calls_are_offered_on_the_days_somebody_is_there(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    before = coming(town(hall), date(2026, 11, 24), 5)
    assert before == (*tuple(date(2026, 11, day) for day in (25, 26, 27, 30)), date(2026, 12, 1))
    applied(browser, DAYS, closed="11月26日\n11月27日", opened="11月28日")
    after = coming(town(hall), date(2026, 11, 24), 5)
    assert after == (*tuple(date(2026, 11, day) for day in (25, 28, 30)), date(2026, 12, 1), date(2026, 12, 2))


def test_what_is_kept_stands_in_the_boxes(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    applied(browser, DAYS, closed="1月4日\n12月28日")
    assert form(browser.get(DAYS).text)["closed"] == "2026年12月28日\n2027年1月4日"
