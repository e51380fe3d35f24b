"""Going out; that it ends every copy is in tests/desk/test_gate.py."""

from __future__ import annotations

from tests.desk.given import DESK, TownHall


def test_nobody_goes_out_by_a_link(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    assert browser.get(f"{DESK}/leave").headers["location"] == f"{DESK}/"
    assert browser.get(f"{DESK}/").status_code == 200


def test_the_cookie_is_gone(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    assert "Max-Age=0" in browser.post(f"{DESK}/leave").headers["set-cookie"]
    assert hall.browser().post(f"{DESK}/leave").status_code == 303
