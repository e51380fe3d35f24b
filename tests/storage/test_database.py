"""The database: a writing commits whole or not at all, and a reading keeps nothing."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from portal.storage.database import Database, Unavailable, rows
from portal.storage.files import FileRow

FILES = rows(FileRow)


def row(id: str) -> dict[str, object]:
    """A row to write."""
    return {"municipality": "990019", "id": id, "owner": "o", "sealed": b"x"}


def count(database: Database) -> int:
    """How many rows there are."""
    with database.reading() as db:
        return int(db.execute(select(func.count()).select_from(FILES)).scalar_one())


@pytest.mark.both_databases
def test_a_writing_that_fails_leaves_nothing(database: Database) -> None:
    def written_then_broken() -> None:
        with database.writing() as db:
            db.execute(insert(FILES).values(**row("1")))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        written_then_broken()
    assert count(database) == 0


@pytest.mark.both_databases
def test_writers_side_by_side_all_get_through(database: Database) -> None:
    def write(n: int) -> None:
        for m in range(20):
            with database.writing() as db:
                db.execute(insert(FILES).values(**row(f"{n}-{m}")))

    writers = [Thread(target=write, args=(n,)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert count(database) == 80


def test_sqlite_survives_a_power_cut_by_its_settings(database: Database) -> None:
    with database.reading() as db:
        pragmas = [db.execute(text(f"PRAGMA {name}")).scalar_one() for name in ("journal_mode", "synchronous")]
    assert pragmas == ["wal", 2]


def test_no_value_of_a_row_stands_in_an_error(database: Database) -> None:
    with database.writing() as db:
        db.execute(insert(FILES).values(**row("hanako")))
    with pytest.raises(IntegrityError) as error, database.writing() as db:
        db.execute(insert(FILES).values(**row("hanako")))
    assert "hanako" not in str(error.value)


def test_who_is_in_a_hurry_does_not_wait_for_another_writer(database: Database) -> None:
    other = Database(database.url)
    with other.writing(), pytest.raises(Unavailable) as busy, database.writing(patient=False):
        pass
    assert not busy.value.begun
    with database.writing(patient=False) as db:
        db.execute(insert(FILES).values(**row("1")))
    other.close()
    assert count(database) == 1


def test_a_full_disk_undoes_the_whole_writing(database: Database) -> None:
    def fill() -> None:
        with database.writing() as db:
            db.execute(text("PRAGMA max_page_count=1"))
            for n in range(100):
                db.execute(insert(FILES).values(**row(str(n)) | {"sealed": b"x" * 10_000}))

    with pytest.raises(SQLAlchemyError):
        fill()
    assert count(database) == 0


@pytest.mark.both_databases
def test_a_failure_swallowed_half_way_is_not_committed_in_silence(database: Database) -> None:
    def careless() -> None:
        with database.writing() as db:
            db.execute(insert(FILES).values(**row("1")))
            with suppress(IntegrityError):
                db.execute(insert(FILES).values(**row("1")))

    if database.is_sqlite:
        careless()
        assert count(database) == 1, "SQLite undoes the failed statement alone"
    else:
        with pytest.raises(Unavailable):
            careless()
        assert count(database) == 0, "PostgreSQL gives the whole up, and says so"
    with database.writing() as db:
        db.execute(insert(FILES).values(**row("2")))
