"""Prepared statements: the same rows as SQLAlchemy gives, on both databases, for values of all sorts."""

from __future__ import annotations

import pytest
from sqlalchemy import bindparam, insert, select, update

from portal.storage.database import Database, rows
from portal.storage.files import FileRow
from portal.storage.prepared import Prepared

FILES = rows(FileRow)
MINE = (FILES.c.municipality == bindparam("town"), FILES.c.id == bindparam("file"))
READ = Prepared(select(FILES.c.owner, FILES.c.sealed).where(*MINE))
KEEP = Prepared(update(FILES).where(*MINE).values(sealed=bindparam("box")))


@pytest.mark.both_databases
def test_what_is_written_is_read(database: Database) -> None:
    row = {"municipality": "990019", "id": "f", "owner": "花子 % ? :x", "sealed": b"\x00\xff"}
    with database.writing() as db:
        db.execute(insert(FILES), row)
    for box in (b"one", b"", b"\x00%s"):
        with database.writing() as db:
            assert KEEP.run(db, {"town": "990019", "file": "f", "box": box}).rowcount == 1
        with database.reading() as db:
            owner, sealed = READ.run(db, {"town": "990019", "file": "f"}).fetchone()
        assert (owner, bytes(sealed)) == ("花子 % ? :x", box)


@pytest.mark.both_databases
def test_a_writing_that_fails_undoes_it_too(database: Database) -> None:
    with database.writing() as db:
        db.execute(insert(FILES), {"municipality": "990019", "id": "f", "owner": "o", "sealed": b"old"})

    def broken() -> None:
        with database.writing() as db:
            KEEP.run(db, {"town": "990019", "file": "f", "box": b"new"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    with database.reading() as db:
        assert bytes(READ.run(db, {"town": "990019", "file": "f"}).fetchone()[1]) == b"old"


@pytest.mark.both_databases
def test_values_that_stand_in_the_statement_itself_are_given_too(database: Database) -> None:
    fixed = Prepared(select(FILES.c.id).where(FILES.c.municipality == bindparam("town"), FILES.c.owner == "花子"))
    rows_kept = [{"municipality": "990019", "id": id, "owner": id, "sealed": b""} for id in ("花子", "太郎")]
    with database.writing() as db:
        db.execute(insert(FILES), rows_kept)
    with database.reading() as db:
        assert [tuple(row) for row in fixed.run(db, {"town": "990019"}).fetchall()] == [("花子",)]
        with pytest.raises((KeyError, db.dialect.dbapi.Error)):  # a value forgotten is an error, not NULL
            fixed.run(db, {})
