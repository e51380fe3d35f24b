"""Comfort at the desk: a wish is remembered, and one comes back to the page it was made on."""

from __future__ import annotations

from tests.desk.given import DESK, TownHall


def test_is_remembered(hall: TownHall) -> None:
    browser = hall.browser()
    back = browser.post(f"{DESK}/preferences", data={"do": "text:200", "back": f"{DESK}/sign-in"})
    assert back.headers["location"] == f"{DESK}/sign-in"
    assert 'data-text="200"' in browser.get(f"{DESK}/sign-in").text
    away = browser.post(f"{DESK}/preferences", data={"do": "contrast:dark", "back": "https://evil.example/"})
    assert away.headers["location"] == f"{DESK}/"


def test_by_its_address_alone_it_leads_back(hall: TownHall) -> None:
    assert hall.browser().get(f"{DESK}/preferences").headers["location"] == f"{DESK}/"
