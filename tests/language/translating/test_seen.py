"""Where each message is seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portal.language import words
from portal.language.translating import seen


@pytest.fixture
def looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody has looked at one page."""
    (tmp_path / seen.FILE).write_text(json.dumps({"次へ": ["kyufukin/birth-date", "in error", "button"]}))
    monkeypatch.setattr(words, "LOCALES", tmp_path)
    seen.places.cache_clear()
    monkeypatch.setattr(seen, "places", seen.places.__wrapped__)


@pytest.mark.usefixtures("looked")
def test_a_message_is_seen_on_its_page() -> None:
    found = seen.places()["次へ"]
    assert (found.page, found.state, found.place) == ("kyufukin/birth-date", "in error", "button")
    assert found.picture == "kyufukin-birth-date-in-error.png"


@pytest.mark.parametrize(
    ("files", "words"),
    {
        ("templates/letters/receipt/body.txt", "templates/resident/done.html"): "a letter",
        ("portal/speech/script/glue.py",): "said by the voice that reads aloud",
        ("elsewhere",): "somewhere else",
    }.items(),
)
def test_what_is_on_no_page_is_used_somewhere(files: tuple[str, ...], words: str) -> None:
    assert seen.used(files) == words
