"""An outbox on the disk, as the commands find it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from portal.cases import case as cases
from portal.cases.letters.department import to_department
from portal.cli import main
from portal.delivery import outbox
from portal.municipalities import load
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import sent

Refused = Callable[[], tuple[str, str]]


def run(*words: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        main(["delivery", *words])
    return int(str(ended.value.code))


@pytest.fixture
def kept(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A database the command finds."""
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    monkeypatch.setenv("YORISOI_DATABASE_URL", database.url)
    monkeypatch.setenv("COLUMNS", "160")
    return database


@pytest.fixture
def refused(kept: Database, keys: Keys) -> Refused:
    """Makes a case of two days ago whose letter was refused for good; receipt number and envelope's id."""

    def made() -> tuple[str, str]:
        now = datetime.now(UTC) - timedelta(days=2)
        with kept.writing() as db:
            case = cases.opened(db, keys, sent(files=()), now)
            letter = to_department(case, load()["kasumigahama"])
            outbox.post(db, keys, letter, now)
            outbox.set_aside(db, outbox.lease(db, now, 1)[0], "RCPT 550 5.1.1", now)
        return case.number, letter.id

    return made
