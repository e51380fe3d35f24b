"""`desk invite|list|trail`: somebody is let in by the operator's hand; a trail that was changed is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.cases.witness import staff as witness
from portal.cli import main
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.desk.given import TownHall, answered, keyring


@pytest.fixture
def server(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A database the command finds."""
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    monkeypatch.setenv("YORISOI_DATABASE_URL", database.url)
    monkeypatch.setenv("YORISOI_ADDRESS", "https://portal.example")
    return database


def run(*words: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        main(["desk", *words])
    return int(str(ended.value.code))


def test_the_link_lets_somebody_in(
    server: Database, tmp_path: Path, hall: TownHall, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("invite", "kasumigahama", "佐藤 恵", "--department", "welfare", "--role", "clerk") == 0
    link = capsys.readouterr().out.strip()
    assert link.startswith("https://portal.example/desk/kasumigahama/invitation/")
    assert run("list", "kasumigahama") == 0
    listed = capsys.readouterr().out
    assert "佐藤 恵  invited" in listed
    assert "welfare: clerk" in listed
    hall.now = hall.now.now(hall.now.tzinfo)
    assert answered(hall.browser(), keyring(), link.removeprefix("https://portal.example")).status_code == 303
    run("list", "kasumigahama")
    assert "佐藤 恵  in since" in capsys.readouterr().out
    assert run("trail", "kasumigahama") == 0
    assert "whole: 2 entries" in capsys.readouterr().out


def test_a_changed_trail_is_told(server: Database, capsys: pytest.CaptureFixture[str]) -> None:
    run("invite", "kasumigahama", "佐藤 恵", "--role", "auditor")
    with server.writing() as db:
        db.exec_driver_sql("UPDATE staff_trail SET other = 'x'")
    assert run("trail", "kasumigahama") == 1
    assert "not as it was written, from entry 1 on" in capsys.readouterr().err


def test_a_trail_written_anew_does_not_go_on_from_its_older_head(
    server: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("invite", "kasumigahama", "佐藤 恵", "--role", "auditor")
    keys, old = Keys.load(tmp_path / "keys"), tmp_path / "old.staff.checkpoint"
    with server.reading() as db:
        old.write_text(witness.note(db, keys, "990019"))
    run("invite", "kasumigahama", "田中 一郎", "--role", "auditor")
    assert run("trail", "kasumigahama", "--old", str(old)) == 0
    assert f"It goes on from the 1 entries of {old}." in capsys.readouterr().out
    with server.writing() as db:
        for table in ("staff_trail", "staff_trail_heads"):
            db.exec_driver_sql(f"DELETE FROM {table}")
    run("invite", "kasumigahama", "田中 一郎", "--role", "auditor")
    assert run("trail", "kasumigahama") == 0
    assert run("trail", "kasumigahama", "--old", str(old)) == 1
    assert "was written anew" in capsys.readouterr().err
    for amiss in (tmp_path / "none", tmp_path / "keys" / "keys.json"):
        assert run("trail", "kasumigahama", "--old", str(amiss)) == 2
    assert "is no signed head" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("invite", "nowhere", "x", "--role", "clerk"), "There is no town nowhere"),
        (("invite", "kasumigahama", "x", "--role", "clerk", "--department", "moon"), "There is no department moon"),
        (("invite", "kasumigahama", "x", "--role", "king"), "invalid choice: 'king'"),
    ],
)
def test_what_is_wrong_is_named(
    server: Database, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    assert told in capsys.readouterr().err


def test_the_names_are_sealed_with_the_servers_keys(server: Database, tmp_path: Path) -> None:
    run("invite", "kasumigahama", "佐藤 恵", "--role", "clerk")
    assert Keys.load(tmp_path / "keys").pepper
    with server.reading() as db:
        assert "佐藤".encode() not in db.exec_driver_sql("SELECT sealed FROM staff").scalar_one()
