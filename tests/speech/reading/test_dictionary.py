"""Dictionaries: compiled once for the same words, whole or not at all."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from portal.speech.reading.dictionary import compiled
from portal.speech.reading.entry import Entry
from portal.speech.voices.openjtalk import Openjtalk

WORDS = [Entry("星見坂", "ホシミザカ")]


def test_the_voice_reads_what_the_dictionary_says(tmp_path: Path) -> None:
    path = compiled(WORDS, tmp_path, "words")
    assert Openjtalk([path]).kana("星見坂です") == "ホシミザカデス"
    assert [*tmp_path.iterdir()] == [path]


def test_the_same_words_are_compiled_once(tmp_path: Path) -> None:
    path = compiled(WORDS, tmp_path, "words")
    made = path.stat().st_mtime_ns
    assert compiled(WORDS, tmp_path, "words").stat().st_mtime_ns == made
    assert compiled([Entry("星見坂", "ホシミサカ")], tmp_path, "words") != path


def test_what_is_not_finished_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: Any, **__: Any) -> None:
        raise subprocess.CalledProcessError(9, "compile")

    monkeypatch.setattr(subprocess, "run", killed)
    with pytest.raises(subprocess.CalledProcessError):
        compiled(WORDS, tmp_path, "words")
    assert not [*tmp_path.iterdir()]
