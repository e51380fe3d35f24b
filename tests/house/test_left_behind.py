"""The tests leave nothing in the checkout's own folder, and fail where they do."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from portal.settings import Settings
from tests import left_behind
from tests.left_behind import LeftBehind


def test_settings_without_a_folder_write_nowhere_of_ours() -> None:
    assert Settings().var.is_absolute()
    assert not Settings().var.is_relative_to(left_behind.HOUSE)


def test_what_is_left_fails_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(left_behind, "VAR", tmp_path)
    (tmp_path / "bench.json").touch()
    look = LeftBehind()
    run: Any = SimpleNamespace(exitstatus=pytest.ExitCode.OK)
    (tmp_path / "registries.sqlite").touch()
    look.pytest_sessionfinish(run)
    assert run.exitstatus == pytest.ExitCode.OK
    (tmp_path / "keys").mkdir()
    look.pytest_sessionfinish(run)
    assert run.exitstatus == pytest.ExitCode.TESTS_FAILED
    assert capsys.readouterr().out.strip().endswith(": keys")
