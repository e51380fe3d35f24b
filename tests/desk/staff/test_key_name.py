"""A key's name is as typed, on one line and not too long; that the day stands in for none is in test_account."""

from __future__ import annotations

from portal.accounts.staff import key
from portal.desk.staff.key_name import LONGEST
from tests.desk.given import DESK, TownHall, answered, keyring


def test_is_one_line_and_not_too_long(hall: TownHall) -> None:
    clerk = hall.person()
    answered(hall.inside(clerk), keyring(), f"{DESK}/account", name="窓口の\n パソコン" + "あ" * 99, do="add")
    with hall.database.reading() as db:
        [made] = key.of_person(db, hall.keys, clerk)
    assert made.name.startswith("窓口の パソコンあ")
    assert len(made.name) == LONGEST
