"""Entry: the session before ends when the same browser comes in anew."""

from __future__ import annotations

from tests.desk.given import DESK, TownHall, answered


def test_the_session_before_ends(hall: TownHall) -> None:
    clerk = hall.person()
    browser, copy, machine = hall.inside(clerk), hall.browser(), hall.key_of(clerk)
    copy.cookies.update(browser.cookies)
    hall.later(hours=1)
    answered(browser, machine, f"{DESK}/sign-in")
    assert copy.get(f"{DESK}/").status_code == 303
    assert browser.get(f"{DESK}/").status_code == 200
