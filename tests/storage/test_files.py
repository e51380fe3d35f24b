"""Files: sealed in the database, readable with their key alone, gone with their owner."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.storage import files
from portal.storage.database import Database, rows
from portal.storage.files import File

FILE = File("f1", "990019", "draft", "免許証.jpg", "image/jpeg", b"\xff\xd8 picture")


@pytest.mark.both_databases
def test_a_file_comes_back_byte_for_byte(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        files.keep(db, keys.town("990019"), FILE)
    with database.reading() as db:
        assert files.read(db, keys.town("990019"), "990019", "f1") == FILE
        assert files.read(db, keys.town("990027"), "990027", "f1") is None
        with pytest.raises(Unreadable):
            files.read(db, keys.town("990027"), "990019", "f1")


def test_neither_name_nor_picture_stands_in_the_row(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        files.keep(db, keys.town("990019"), FILE)
        kept = db.execute(select(rows(files.FileRow))).one()
    assert b"picture" not in kept.sealed
    assert "免許証".encode() not in kept.sealed


def test_files_go_with_their_owner_or_one_by_one(database: Database, keys: Keys) -> None:
    sealer = keys.town("990019")
    with database.writing() as db:
        for id, owner in [("a", "d1"), ("b", "d1"), ("c", "d2"), ("d", "d2")]:
            files.keep(db, sealer, File(id, "990019", owner, "n", "image/png", b""))
        files.drop_of(db, "990019", "d1")
        files.drop(db, "990019", "c")
        left = list(db.execute(select(rows(files.FileRow).c.id)).scalars())
    assert left == ["d"]
