"""The command tells the place, the rule, the sentence and what to write instead."""

from __future__ import annotations

import pytest

from a11y.plain import __main__ as command
from a11y.sources import sources
from tests.house.tree import HOUSE

SERVICE = "portal/catalogue/services/juminhyo/2026-04-01.yaml"
TEMPLATE = "templates/resident/home.html"


def test_a_plain_file_is_passed(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([str(HOUSE / SERVICE)]) == 0
    assert capsys.readouterr().out == ""


def test_what_is_found_stands_in_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    changed = sources()[SERVICE].replace("summary: ", "summary: 名前をご記入ください。")
    monkeypatch.setattr(command, "with_code", lambda: {**sources(), SERVICE: changed})
    assert command.main([str(HOUSE / TEMPLATE)]) == 0
    assert command.main([str(HOUSE / SERVICE)]) == 1
    line = changed.splitlines().index(next(it for it in changed.splitlines() if it.startswith("summary"))) + 1
    told = capsys.readouterr().out.splitlines()
    assert f"{SERVICE}:{line}: L13 「名前をご記入ください」 記入: 書く" in told
    assert f"{SERVICE}:{line}: L14 「名前をご記入ください」 ご記入ください: 〜てください" in told


def test_a_file_without_texts_is_no_success(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["nowhere.yaml"]) == 2
    assert "nowhere.yaml" in capsys.readouterr().err
