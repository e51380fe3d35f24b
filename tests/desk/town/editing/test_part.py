"""A part: only what the file does not say anyway is kept, held against everything else of the town."""

from __future__ import annotations

from datetime import date

from portal.desk.town import contacts
from portal.municipalities.own.changes import Change
from tests.cases.given import KASUMIGAHAMA as FILE

TODAY = date(2026, 11, 24)


def test_what_is_as_in_the_file_is_not_kept() -> None:
    typed = contacts.PART.typed(FILE) | {"phone": "1"}
    assert contacts.PART.read(FILE, typed, TODAY) == ({"phone": "1"}, {})
    assert contacts.PART.department == ""


def test_other_changes_are_held_beside_it_as_far_as_they_fit() -> None:
    others = [Change("departments.welfare", {"limit": 0}), Change("days", {"closed": ["2026-12-28"]})]
    others.append(Change("contacts", {"hours": "x"}))
    town, amiss = contacts.PART.checked(FILE, others, {"phone": "1"})
    assert town
    assert not amiss
    assert (town.phone, town.hours, len(town.closed)) == ("1", FILE.hours, 1)
    assert contacts.PART.checked(FILE, (), {"phone": ""})[0] is None
