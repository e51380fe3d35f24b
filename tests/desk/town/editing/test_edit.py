"""Editing: a key once more before anything is taken, and nothing that was typed is lost by it."""

from __future__ import annotations

import pytest

from tests.desk.given import DESK, TownHall, answered
from tests.desk.town.given import CONTACTS, HISTORY, form, kinds, previewed, town


def test_a_key_is_asked_for_and_what_was_typed_is_there_again(hall: TownHall) -> None:
    me = hall.person()
    machine, browser = hall.key_of(me), hall.inside(me)
    hall.later(minutes=6)
    assert previewed(browser, CONTACTS, phone="0123-45-6789").headers["location"].startswith(f"{DESK}/again")
    answered(browser, machine, f"{DESK}/again?to={CONTACTS}")
    page = browser.get(CONTACTS).text
    assert form(page)["phone"] == "0123-45-6789"
    assert "書いたことは、残っています" in page


@pytest.mark.parametrize("seen", ["", "x", "9", "-1", "１", "1" * 20])
def test_a_version_that_never_was_changes_nothing(hall: TownHall, seen: str) -> None:
    browser = hall.inside(hall.person())
    typed = form(browser.get(CONTACTS).text) | {"phone": "0123-45-6789", "do": "apply", "seen": seen}
    assert browser.post(CONTACTS, data=typed).status_code == 409
    assert town(hall).version == 0
    assert kinds(hall) == []


@pytest.mark.parametrize("version", ["", "x", "9", "-1", "0", "1" * 20])
def test_a_change_that_never_was_cannot_be_taken_back(hall: TownHall, version: str) -> None:
    answer = hall.inside(hall.person()).post(HISTORY, data={"do": "back", "version": version, "seen": "0"})
    assert answer.status_code == 200
    assert town(hall).version == 0
