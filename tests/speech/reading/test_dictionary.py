"""Dictionaries: compiled once from the same sources, whole or not at all."""

from __future__ import annotations

import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from portal.speech.reading import dictionaries, lexicon
from portal.speech.reading.dictionary import compiled
from portal.speech.reading.entry import Entry
from portal.speech.voices.openjtalk import Openjtalk


def words() -> list[Entry]:
    """One word nobody else knows."""
    return [Entry("星見坂", "ホシミザカ")]


def nothing() -> list[Entry]:
    """Not to be asked for."""
    raise AssertionError("the dictionary was there")


def test_the_voice_reads_what_the_dictionary_says(tmp_path: Path) -> None:
    path = compiled(tmp_path / "new" / "words.dic", words)
    assert Openjtalk([path]).kana("星見坂です") == "ホシミザカデス"
    assert [*path.parent.iterdir()] == [path]


def test_what_is_there_is_not_made_again(tmp_path: Path) -> None:
    path = compiled(tmp_path / "words.dic", words)
    assert compiled(path, nothing) == path


def test_what_is_not_finished_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: Any, **__: Any) -> None:
        raise subprocess.CalledProcessError(9, "compile")

    monkeypatch.setattr(subprocess, "run", killed)
    with pytest.raises(subprocess.CalledProcessError):
        compiled(tmp_path / "words.dic", words)
    assert not [*tmp_path.iterdir()]


def test_other_sources_make_another_file(voice: Openjtalk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.speech.reading.dictionary.compiled", lambda path, entries: path)
    before = dictionaries(tmp_path)
    assert dictionaries(tmp_path) == before
    there = dictionaries(tmp_path, [SimpleNamespace(code="990019", name="ほしの村", kana="ホシノムラ")])
    assert (there[0], there[1] != before[1]) == (before[0], True)
    other = tmp_path / "lexicon.yaml"
    other.write_text("a:\n  星: ホシ\n")
    monkeypatch.setattr(lexicon, "WORDS", other)
    assert dictionaries(tmp_path)[0] != before[0]
