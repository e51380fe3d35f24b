"""Going on elsewhere: code and birth date together, few tries, nothing for a thief of the database."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from portal.journey import resume
from portal.journey.resume import AT_ONCE, Made, ResumeRow, Ticket
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.journey.given import begun

BORN = "1935-04-01"


@pytest.mark.both_databases
def test_code_and_birth_date_open_the_draft(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        code = resume.issue(db, keys, draft, BORN, now)
        assert len(code) == 8
        assert resume.opened(db, keys, "990019", Ticket(code, BORN), now) == draft.token
        assert resume.opened(db, keys, "990027", Ticket(code, BORN), now) is None


def test_five_wrong_birth_dates_end_a_code(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        code = resume.issue(db, keys, begun(db, now), BORN, now)
        tries = [resume.opened(db, keys, "990019", Ticket(code, "1935-04-02"), now) for _ in range(resume.TRIES)]
        assert tries == [None] * resume.TRIES
        assert resume.opened(db, keys, "990019", Ticket(code, BORN), now) is None


def test_a_new_code_ends_the_one_before(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        first, second = (resume.issue(db, keys, draft, BORN, now) for _ in range(2))
        assert resume.opened(db, keys, "990019", Ticket(first, BORN), now) is None
        assert resume.opened(db, keys, "990019", Ticket(second, BORN), now) == draft.token


def test_the_database_without_the_pepper_opens_nothing(
    database: Database, keys: Keys, now: datetime, tmp_path: Path
) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        code = resume.issue(db, keys, draft, BORN, now)
        row = str(db.execute(select(rows(ResumeRow))).one()._mapping)
        assert code not in row
        assert draft.token not in row
        assert resume.opened(db, Keys.load(tmp_path / "other"), "990019", Ticket(code, BORN), now) is None


def test_a_code_ends_with_its_days(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        code = resume.issue(db, keys, begun(db, now), BORN, now)
        late = now + timedelta(days=31)
        assert resume.opened(db, keys, "990019", Ticket(code, BORN), late) is None
        resume.sweep(db, "990019", late)
        assert db.execute(select(func.count()).select_from(rows(ResumeRow))).scalar_one() == 0


def test_a_code_from_a_clerks_screen_opens_once_and_soon(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        draft = begun(db, now)
        on_paper = resume.issue(db, keys, draft, BORN, now)
        late, once = (resume.hand(db, keys, draft, BORN, Made("0192" * 8, now)) for _ in range(2))
        assert resume.opened(db, keys, "990019", Ticket(late, BORN), now) is None
        assert resume.opened(db, keys, "990019", Ticket(once, BORN), now + AT_ONCE) is None
        assert resume.opened(db, keys, "990019", Ticket(once, BORN), now) == draft.token
        assert resume.opened(db, keys, "990019", Ticket(once, BORN), now) is None
        assert resume.opened(db, keys, "990019", Ticket(on_paper, BORN), now) == draft.token
