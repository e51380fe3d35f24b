"""A trace tells nobody without the keys what it is of, and goes with its case."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from portal.cases.case import CaseRow, opened
from portal.cases.retention.forget import forget, tables
from portal.cases.search import traces, words
from portal.cases.search.traces import CaseTraceRow, hashed
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import TOWN, sent

WORDS = [(words.NAME, "山田花子"), (words.PHONE, "09012345678")]
_t = rows(CaseTraceRow).c
pytestmark = pytest.mark.both_databases


def kept(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as db:
        return [tuple(row) for row in db.execute(select(rows(CaseTraceRow)))]


def test_every_word_of_a_case_leaves_a_trace(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case = opened(db, keys, sent(), now)
    found = kept(database)
    assert {row[1] for row in found} == {*hashed(keys, TOWN, words.of(case))}
    assert {(row[0], row[2], row[3]) for row in found} == {(TOWN, case.department, case.id)}
    plain = {word for _, word in words.of(case)}
    assert {"山田花子", "1935-04-01", "09012345678"} <= plain
    assert not [word for word in {"山田", "ヤマダ", *plain} if word in str(found)]


def test_what_is_undone_leaves_none(database: Database, keys: Keys, now: datetime) -> None:
    def fail() -> None:
        with database.writing() as db:
            opened(db, keys, sent(), now)
            raise ConnectionError

    with pytest.raises(ConnectionError):
        fail()
    assert kept(database) == []


def test_the_same_key_opened_again_leaves_no_more(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        opened(db, keys, sent(), now)
        before = db.execute(select(func.count()).select_from(rows(CaseTraceRow))).scalar_one()
        opened(db, keys, sent(), now)
        assert db.execute(select(func.count()).select_from(rows(CaseTraceRow))).scalar_one() == before > 5


def test_traces_go_with_their_case(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        gone, stays = (opened(db, keys, sent(key=key), now) for key in ("gone", "stays"))
        row = db.execute(select(rows(CaseRow)).where(rows(CaseRow).c.id == gone.id)).one()
        forget(db, row, tables(db))
    assert {row[3] for row in kept(database)} == {stays.id}


def test_towns_kinds_and_installations_share_no_hash(database: Database, keys: Keys, tmp_path: Path) -> None:
    here = {*hashed(keys, TOWN, WORDS)}
    assert here == {*hashed(keys, TOWN, WORDS)}
    assert not here & {*hashed(keys, "990027", WORDS)}
    assert not here & {*hashed(Keys.load(tmp_path / "others"), TOWN, WORDS)}
    assert not here & {*hashed(keys, TOWN, [(words.FAMILY, plain) for _, plain in WORDS])}
    assert all(-(2**63) <= term < 2**63 for term in here)
    assert traces.RULES > 0
