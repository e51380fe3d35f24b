"""A folder of a language's files instead of the shipped ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.language import words
from portal.language.translating import seen
from tests.language.translating.given import files


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where they lie."""
    monkeypatch.setattr(words, "LOCALES", files(tmp_path))
    monkeypatch.setattr(seen, "places", dict)
    return tmp_path
