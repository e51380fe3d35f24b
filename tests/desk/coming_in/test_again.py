"""A key once more; how it keeps words is in tests/desk/test_gate.py."""

from __future__ import annotations

from tests.desk.given import DESK, TownHall, answered, wish


def test_asks_for_the_keys_of_this_person_only(hall: TownHall) -> None:
    clerk = hall.person()
    machine, browser = hall.key_of(clerk), hall.inside(clerk)
    hall.key_of(hall.person(name="鈴木 修"))
    page = browser.get(f"{DESK}/again").text
    assert len(wish(page)["ids"]) == 1
    assert answered(browser, machine, f"{DESK}/again", to="https://evil.example").headers["location"] == f"{DESK}/"
