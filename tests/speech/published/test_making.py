"""Published sounds made ahead: once, whole, and told when they cannot be kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from portal.settings import Settings
from portal.speech.published import PublicText, Published, Sounds
from portal.speech.published.making import NotKept, make, record
from portal.speech.published.shelf import SUFFIXES, Shelf
from portal.speech.published.sounds import Entry
from portal.speech.speaker import Speaker
from portal.speech.voices.google import NAME as GOOGLE
from portal.speech.voices.google import Google
from portal.speech.voices.voice import Sound
from tests.speech.given import full_disk


class Slow(Google):
    """A voice on the net that takes ten seconds for every sentence, and how often it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = list[str]()

    def speak(self, text: PublicText) -> Sound:
        self.asked.append(text.seen)
        return Sound(np.zeros(240_000, np.float32), 24_000, tuple)


@pytest.fixture(scope="module")
def speaker() -> Iterator[Speaker]:
    """A speaker with one process."""
    one = Speaker(Settings(speech_processes=1, voices="ja=google,*=espeak"))
    yield one
    one.end()


@pytest.fixture
def sounds(published: Published, speaker: Speaker, tmp_path: Path) -> Sounds:
    """Published sounds on an empty shelf."""
    return Sounds(published, speaker, Shelf(tmp_path / "sounds", 10_000_000))


@pytest.fixture
def entry(sounds: Sounds) -> Entry:
    """A question in Japanese."""
    return next(one for one in sounds.own() if one.text.seen.endswith("ください。"))


def test_a_sound_is_made_whole_and_once(sounds: Sounds, entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    assert make(sounds, entry)
    assert sounds.is_made(entry)
    assert all(sounds.get(entry.name, suffix) for suffix in SUFFIXES)
    monkeypatch.setattr(sounds.speaker, "whole", None)
    assert not make(sounds, entry)


def test_what_was_half_made_is_made_whole(sounds: Sounds, entry: Entry) -> None:
    sounds.shelf.put(entry.voice, entry.name, "mp3", b"sound")
    assert make(sounds, entry)
    assert sounds.is_made(entry)


def test_a_full_disk_is_told(sounds: Sounds, entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.speech.published.shelf.os.replace", full_disk)
    with pytest.raises(NotKept):
        make(sounds, entry)


def test_a_recording_has_its_words_stretched_and_is_played(sounds: Sounds, entry: Entry) -> None:
    google = Slow()
    assert record(sounds, google, entry)
    assert not record(sounds, google, entry)
    assert google.asked == [entry.text.seen]
    name = sounds.name("ja", entry.text.seen)
    assert name == Entry.of(entry.text, GOOGLE).name
    times = json.loads(sounds.get(name, "json") or b"")
    assert times[0][0] == 0
    assert times[-1][1] == 10_000
    assert times[-1][3] == len(entry.text.seen)
