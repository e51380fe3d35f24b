"""A process names its registries once."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal import registries
from portal.registries import NotOpened


def test_opened_gives_what_open_named(path: Path) -> None:
    real = registries.open(path)
    assert registries.opened() is real
    assert real.postcodes.find("1000001")
    assert real.path == path


def test_a_missing_file_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="registries update"):
        registries.open(tmp_path / "none.sqlite")


def test_nobody_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.registries.shelf._here", [])
    with pytest.raises(NotOpened, match="open"):
        registries.opened()
