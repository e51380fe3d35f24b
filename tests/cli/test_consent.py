"""`consent verify` and `checkpoint`: an auditor needs a file and a key, and hears the verdict."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portal.cli import main
from portal.consent import bundle, log
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.consent.given import ANSWERS, TOWN, sealed


@pytest.fixture
def desk(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a bundle, answers, keys and checkpoints of two days."""
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    monkeypatch.setenv("YORISOI_DATABASE_URL", database.url)
    keys = Keys.load(tmp_path / "keys")
    with database.writing() as db:
        kept, new = sealed(db, keys), sealed(db, keys)
    (tmp_path / "salt").write_text(kept["salt"])
    (tmp_path / "bundle.json").write_text(json.dumps(bundle.without_secrets(kept)))
    (tmp_path / "answers.json").write_text(json.dumps(ANSWERS))
    (tmp_path / "log.pub").write_text("\n".join(one.line for one in log.verifiers(keys, TOWN.code)))
    (tmp_path / "new.checkpoint").write_text(new["checkpoint"])
    return tmp_path


def run(*words: object) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        main(["consent", *map(str, words)])
    return int(str(ended.value.code))


def test_a_bundle_is_checked_without_any_network(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", desk / "bundle.json", "--key", desk / "log.pub") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "この控えは、本物です。"
    assert "だれがスマホを持って押したかは、わかりません。" in told
    assert run("verify", desk / "bundle.json", "--key", desk / "log.pub", "--language", "en") == 0
    assert "It cannot tell who held the phone and pressed." in capsys.readouterr().out


def test_answers_are_held_against_their_salt(desk: Path) -> None:
    words = ["verify", desk / "bundle.json", "--key", desk / "log.pub", "--answers", desk / "answers.json", "--salt"]
    assert run(*words, (desk / "salt").read_text()) == 0
    assert run(*words, "00" * 32) == 1


def test_a_changed_word_is_found(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = (desk / "bundle.json").read_text().replace("truth", "trust")
    (desk / "bundle.json").write_text(changed)
    assert run("verify", desk / "bundle.json", "--key", desk / "log.pub") == 1
    assert capsys.readouterr().out.startswith("この控えは、本物だと言えません。")
    (desk / "bundle.json").write_text("{")
    assert run("verify", desk / "bundle.json", "--key", desk / "log.pub") == 1


def test_the_log_must_go_on_to_another_day(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["verify", desk / "bundle.json", "--key", desk / "log.pub", "--old", desk / "new.checkpoint"]
    assert run(*words) == 1, "without the proof it was asked for and could not be said"
    capsys.readouterr()
    assert run("checkpoint", "kasumigahama", "--since", 5) == 0
    (desk / "proof").write_text(capsys.readouterr().out)
    assert run(*words, "--proof", desk / "proof") == 0


def test_the_head_and_the_keys_are_printed(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("checkpoint", "kasumigahama") == 0
    assert capsys.readouterr().out == (desk / "new.checkpoint").read_text()
    assert run("checkpoint", "kasumigahama", "--keys") == 0
    assert capsys.readouterr().out.strip() == (desk / "log.pub").read_text()
    assert run("checkpoint", "nowhere") == 2
    assert run("checkpoint", "kasumigahama", "--since", 99) == 2


def test_there_is_no_letter_where_nobody_is_to_be_asked(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("letter", "nowhere", "0000-0000-97") == 2
    assert run("letter", "kasumigahama", "0000-0000-97") == 1
    assert "There is no case 0000-0000-97 in kasumigahama." in capsys.readouterr().err
