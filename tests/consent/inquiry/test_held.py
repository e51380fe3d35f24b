"""What is told under a number: the act and what was taken back, of this town alone; and that nobody changed it."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import text, update

from portal.consent.inquiry.code import Code, code_of, read_code
from portal.consent.inquiry.held import held
from portal.consent.log import ConsentRow
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.consent.given import ACT, TOWN, sealed
from tests.consent.test_bundle import took_back

_c = rows(ConsentRow).c


def number(kept: object) -> Code:
    """The number to check by of what a case keeps."""
    found = read_code(code_of(kept))
    assert found
    return found


@pytest.mark.both_databases
def test_the_whole_act_is_told(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        _, kept, _ = (sealed(db, keys) for _ in range(3))
    took_back(database, keys, kept, "news")
    with database.reading() as db:
        found = held(db, TOWN.code, number(kept))
    assert found
    assert list(found.records) == [entry["record"] for entry in kept["records"]]
    assert (found.place, found.size, found.at, found.whole) == (5, 16, ACT.at, True)
    assert [one.purpose for one in found.back] == ["news"]


def test_nothing_is_told_of_what_is_not_there(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        kept = sealed(db, keys)
        code = number(kept)
        assert held(db, "990027", code) is None, "every town has its own log"
        assert held(db, TOWN.code, code._replace(place=99)) is None
        assert held(db, TOWN.code, code._replace(digits="00000000")) is None
        sealed(db, keys)
        later = number({"records": kept["records"][1:]})
        assert held(db, TOWN.code, later) is None, "a later record of an act has no number, and tells of no other act"
    took_back(database, keys, kept)
    with database.reading() as db:
        back = db.execute(text("SELECT place, hashes FROM consents WHERE follows <> ''")).one()
        assert held(db, TOWN.code, number({"records": [_entry(database, back.place)]})) is None


def _entry(database: Database, place: int) -> dict[str, object]:
    with database.reading() as db:
        record = db.execute(text(f"SELECT record FROM consents WHERE place = {place}")).scalar_one()
    return {"index": place, "record": json.loads(record)}


def test_a_record_that_somebody_changed_is_noticed(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        kept = sealed(db, keys)
        changed = json.dumps(kept["records"][1]["record"] | {"type": "mandate"}).encode()
        db.execute(update(rows(ConsentRow)).where(_c.place == 1).values(record=changed))
        found = held(db, TOWN.code, number(kept))
    assert found
    assert not found.whole
