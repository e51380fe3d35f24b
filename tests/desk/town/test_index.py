"""The town's first page: ways to everything, the staff too; it says what is not used, and what was done."""

from __future__ import annotations

from portal.municipalities.own import changes
from portal.municipalities.own.changes import Change
from tests.desk.given import DESK, HERE, TownHall


def test_leads_to_the_staff_and_the_history(hall: TownHall) -> None:
    page = hall.inside(hall.person()).get(f"{DESK}/town").text
    for way in ("staff", "town/history"):
        assert f'href="{DESK}/{way}"' in page
    assert "変えました。" not in page
    assert "変えました。" in hall.inside(hall.person()).get(f"{DESK}/town?changed=1").text


def test_says_what_does_not_fit_the_file_any_more(hall: TownHall) -> None:
    with hall.database.writing() as db:
        changes.keep(db, HERE, Change("departments.welfare", {"limit": 0}, at=hall.now), 0)
    page = hall.inside(hall.person()).get(f"{DESK}/town").text
    assert "「福祉課」で変えたことは、もとの設定と合わなくなった" in page
    other = hall.inside(hall.person({"residents": ["administrator"]}))
    assert "合わない" not in other.get(f"{DESK}/town").text
