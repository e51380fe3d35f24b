"""A case is opened once for each key, found by what people have in hand, and closed to everybody else."""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import select, update

from portal.cases import case as cases
from portal.cases.case import CaseRow, by_id, by_key, by_number, opened
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.storage.database import Database, rows
from tests.cases.given import HELPED, TOWN, sent

pytestmark = pytest.mark.both_databases
OTHER_TOWN = "990027"


def test_a_case_is_found_by_its_key_number_and_id(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case = opened(db, keys, sent(**HELPED), now)
    wide = case.number.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"}).replace("-", "ー")
    with database.reading() as db:
        assert by_key(db, keys, TOWN, "draft-1") == case
        assert by_number(db, keys, TOWN, wide) == case
        assert by_id(db, keys, TOWN, case.id) == case
    assert (case.status, case.received, case.helper) == ("received", now, HELPED["helper"])


def test_another_town_finds_nothing(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case = opened(db, keys, sent(), now)
        assert by_key(db, keys, OTHER_TOWN, case.key) is None
        assert by_number(db, keys, OTHER_TOWN, case.number) is None
        assert by_id(db, keys, OTHER_TOWN, case.id) is None


def test_a_slip_of_the_pen_finds_nothing(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        opened(db, keys, sent(), now)
        assert by_number(db, keys, TOWN, "") is None


def test_sent_twice_is_one_case(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        first = opened(db, keys, sent(), now)
    with database.writing() as db:
        again = opened(db, keys, sent(), now + timedelta(minutes=3))
        other = opened(db, keys, sent(key="draft-2"), now)
    assert again == first
    assert other.number != first.number


def test_the_same_key_in_two_towns_is_two_cases(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        here, there = opened(db, keys, sent(), now), opened(db, keys, sent(municipality=OTHER_TOWN), now)
    assert here.id != there.id


def all_at_once(database: Database, keys: Keys, now: datetime, sent_keys: list[str]) -> list[str]:
    """Open cases with these keys at the same moment; their numbers."""
    together, found = Barrier(len(sent_keys)), []

    def send(key: str) -> None:
        together.wait()
        with database.writing() as db:
            found.append(opened(db, keys, sent(key=key), now).number)

    senders = [Thread(target=send, args=(key,)) for key in sent_keys]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    return found


def test_sent_at_the_same_moment_is_one_case(database: Database, keys: Keys, now: datetime) -> None:
    numbers = all_at_once(database, keys, now, ["draft-1"] * 4)
    assert len(numbers) == 4
    assert len({*numbers}) == 1


def test_many_at_the_same_moment_take_turns(
    database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "DRAWS", 1)
    assert len({*all_at_once(database, keys, now, [f"draft-{n}" for n in range(6)])}) == 6


def test_a_number_already_taken_is_drawn_anew(
    database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    draws = iter(["1111-1111-39", "1111-1111-39", "1111-1111-39", "2222-2222-77"])
    monkeypatch.setattr(cases, "new_number", lambda: next(draws))
    with database.writing() as db:
        opened(db, keys, sent(), now)
        assert opened(db, keys, sent(key="draft-2"), now).number == "2222-2222-77"


def test_a_town_without_free_numbers_says_so(
    database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "new_number", lambda: "1111-1111-39")
    with database.writing() as db:
        opened(db, keys, sent(), now)
        with pytest.raises(RuntimeError, match="no free receipt number"):
            opened(db, keys, sent(key="draft-2"), now)


def test_what_is_undone_leaves_no_gap(database: Database, keys: Keys, now: datetime) -> None:
    def fail() -> None:
        with database.writing() as db:
            opened(db, keys, sent(), now)
            raise ConnectionError

    with pytest.raises(ConnectionError):
        fail()
    with database.writing() as db:
        opened(db, keys, sent(), now)
        opened(db, keys, sent(key="draft-2"), now)
        places = db.execute(select(rows(CaseRow).c.place).order_by("place")).scalars().all()
    assert places == [1, 2]


def test_no_personal_word_lies_open(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        opened(db, keys, sent(), now)
        row = db.execute(select(rows(CaseRow))).one()
    open_words = " ".join(str(value) for value in row)
    assert not [word for word in ("山田", "花子", "1935", "0901234") if word in open_words]
    assert "山田".encode() not in row.sealed


def test_a_box_moved_to_another_row_does_not_open(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one, two = opened(db, keys, sent(), now), opened(db, keys, sent(key="draft-2"), now)
        cases_table = rows(CaseRow)
        box = db.execute(select(cases_table.c.sealed).where(cases_table.c.id == one.id)).scalar_one()
        db.execute(update(cases_table).where(cases_table.c.id == two.id).values(sealed=box))
        with pytest.raises(Unreadable):
            by_id(db, keys, TOWN, two.id)
