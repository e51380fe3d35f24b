"""`api client`: a system is let in, given a new secret, and kept out, by the operator's hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from portal.accounts import secret
from portal.cli import main
from portal.storage.database import Database

NEW = ("new", "kasumigahama", "住民記録", "--department", "residents", "--scope", "cases:read")


@pytest.fixture
def desk(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A database the command finds."""
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    monkeypatch.setenv("YORISOI_DATABASE_URL", database.url)
    return database


def run(*words: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        main(["api", "client", *words])
    return int(str(ended.value.code))


def shown(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Id and secret as the command printed them."""
    id, words = (line.split()[1] for line in capsys.readouterr().out.splitlines())
    return id, words


def holds(desk: Database, words: str) -> bool:
    """Whether a secret opens anything."""
    with desk.reading() as db:
        return secret.by_words(db, words, datetime.now(UTC)) is not None


def test_a_system_from_its_first_day_to_its_last(desk: Database, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*NEW) == 0
    id, first = shown(capsys)
    assert run("rotate", "kasumigahama", id) == 0
    _, second = shown(capsys)
    assert run("rotate", "kasumigahama", id.partition("-")[2], "--overlap", "999999999999") == 2
    assert "0 to 365" in capsys.readouterr().err
    assert holds(desk, first)
    assert holds(desk, second)
    assert run("rotate", "kasumigahama", id, "--overlap", "0") == 0
    _, third = shown(capsys)
    assert not holds(desk, second)
    assert run("list", "kasumigahama") == 0
    listed = capsys.readouterr().out
    assert all(word in listed for word in (id, "住民記録", "residents", "cases:read"))
    assert not any(words in listed for words in (first, second, third))
    assert run("revoke", "kasumigahama", id) == 0
    assert run("revoke", "kasumigahama", id) == 2
    assert run("rotate", "kasumigahama", id) == 2
    assert "api client list kasumigahama" in capsys.readouterr().err


def test_it_is_told_how_long_the_old_secret_holds(desk: Database, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*NEW) == 0
    id, _ = shown(capsys)
    for overlap, told in (((), "holds until 20"), (("--overlap", "0"), "holds no more")):
        assert run("rotate", "kasumigahama", id.partition("-")[2], *overlap) == 0
        assert told in capsys.readouterr().err


@pytest.mark.parametrize(("there", "instead"), [("kasumigahama", "nowhere"), ("residents", "cooking")])
def test_what_there_is_not_is_told(
    desk: Database, capsys: pytest.CaptureFixture[str], there: str, instead: str
) -> None:
    assert run(*(instead if word == there else word for word in NEW)) == 2
    assert "there are" in capsys.readouterr().err
