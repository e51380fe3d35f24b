"""`town show`: what the desk says beside what the file says, and who changed what."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from portal.accounts.staff import person as people
from portal.cli import main
from portal.municipalities.own import changes
from portal.municipalities.own.changes import Change
from portal.security.keys import Keys
from portal.storage.database import Database

TOWN = "990019"


@pytest.fixture
def server(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A database the command finds."""
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    monkeypatch.setenv("YORISOI_DATABASE_URL", database.url)
    return database


def shown(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code and what is told."""
    with pytest.raises(SystemExit) as ended:
        main(["town", "show", "kasumigahama"])
    return int(str(ended.value.code)), capsys.readouterr().out


def test_a_town_that_changed_nothing(server: Database, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys) == (0, "かすみがはま市 is as its file says.\n")


def test_what_holds_and_who_said_so(
    server: Database, keys: Keys, now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    me = people.new(TOWN, "佐藤 恵", {"*": frozenset({"administrator"})}, now)
    values = {"phone": "0123-45-6789", "hours": {"ja": "平日", "en": "Weekdays"}}
    with server.writing() as db:
        people.add(db, keys, me)
        changes.keep(db, TOWN, Change("contacts", values, at=now, staff=me.id), 0)
        changes.keep(db, TOWN, Change("departments.gone", {"limit": 3}, at=now), 0)
    code, told = shown(capsys)
    assert code == 0
    assert "contacts: phone is 0123-45-6789 (the file says 0000-00-0001)" in told
    assert "contacts: hours is en: Weekdays / ja: 平日 (the file says 平日の午前8時30分から午後5時15分まで)" in told
    assert "departments.gone: limit is 3 (not used: the file has no such department)" in told
    assert "    1  2026-11-24 10:00  佐藤 恵  contacts" in told


def test_what_does_not_fit_any_more_is_pointed_out(
    server: Database, now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    with server.writing() as db:
        changes.keep(db, TOWN, Change("departments.welfare", {"limit": 0}, at=now), 0)
    code, told = shown(capsys)
    assert code == 1
    assert "limit is 0 (not used, as it does not fit the file any more; the file says 24)" in told


def test_words_of_a_service_are_told_beside_those_of_its_file(
    server: Database, now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    with server.writing() as db:
        changes.keep(db, TOWN, Change("texts.kyufukin@2026-04-01", {"figures": {"amount": 7}}, at=now), 0)
        changes.keep(db, TOWN, Change("texts.gone@2026-04-01", {"contact": "x"}, at=now), 0)
    code, told = shown(capsys)
    assert code == 0
    assert 'texts.kyufukin@2026-04-01: figures is {"amount": 7} (the file says {"amount": 100000})' in told
    assert 'texts.gone@2026-04-01: contact is "x" (not used: the town has no such service of that day)' in told
    with server.writing() as db:
        changes.keep(db, TOWN, Change("texts.kyufukin@2026-04-01", {"title": "x"}, at=now), 1)
    code, told = shown(capsys)
    assert code == 1
    assert "not used, as it does not fit the file any more" in told
