"""`delivery show`: what does not leave, why, and what to do; nothing of a person."""

from __future__ import annotations

import pytest

from portal.storage.database import Database
from tests.cli.delivery.conftest import Refused, run


def test_an_outbox_at_rest(kept: Database, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show") == 0
    assert "Nothing waits" in capsys.readouterr().out


def test_what_is_stuck_is_told_with_its_mending(refused: Refused, capsys: pytest.CaptureFixture[str]) -> None:
    number, id = refused()
    assert run("show") == 1, "for whoever lets a machine look"
    told = capsys.readouterr().out
    for word in (number, id, "福祉課", "set aside", "the address does not exist", "RCPT 550 5.1.1", "then resend"):
        assert word in told
    assert "1 cases have not come within" in told
    assert "山田" not in told
    assert "@" not in told


def test_nothing_is_cut_short_on_a_narrow_screen(
    refused: Refused, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    refused()
    assert run("show") == 1
    told = capsys.readouterr().out
    assert "…" not in told.partition("Send again")[0]
    assert all(word in told for word in ("かすみがはま市", "福祉課", "set aside", "in vain"))
    assert "what to do: correct the department's address in the town's file, then resend\n" in told
