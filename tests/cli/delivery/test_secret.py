"""The secret of a webhook is shown once, and the one before goes on signing until it is retired."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.delivery.webhook.signing import secrets
from tests.cli.delivery.conftest import run
from tests.cli.delivery.given import served

HOOK = {"kind": "webhook", "url": "https://system.town.example/cases"}


@pytest.fixture(autouse=True)
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    served(monkeypatch, HOOK)


def test_it_is_made_changed_and_retired(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = []
    for _ in range(2):
        assert run("secret", "kasumigahama", "welfare") == 0
        told = capsys.readouterr()
        shown.append(told.out.strip())
        assert ("yorisoi delivery secret kasumigahama welfare --retire" in told.err) == (len(shown) > 1)
    assert secrets(tmp_path / "secrets", "990019-welfare") == shown[::-1]
    assert run("secret", "kasumigahama", "welfare", "--retire") == 0
    assert secrets(tmp_path / "secrets", "990019-welfare") == shown[1:]
    assert run("secret", "kasumigahama", "welfare", "--retire") == 0
    assert "one secret only" in capsys.readouterr().out


def test_there_is_nothing_to_retire(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("secret", "kasumigahama", "welfare", "--retire") == 1
    assert "990019-welfare: secret missing" in capsys.readouterr().err


def test_without_a_webhook_there_is_nothing_to_sign(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("secret", "kasumigahama", "residents") == 1
    assert "no webhook" in capsys.readouterr().err
