"""Published sounds made ahead: once, whole, and told when they cannot be kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from portal.settings import Settings
from portal.speech.normal import said
from portal.speech.published import PublicText, Published
from portal.speech.published.making import NotKept, make, record
from portal.speech.published.shelf import SUFFIXES
from portal.speech.said import Said
from portal.speech.speaker import Speaker
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


@pytest.fixture
def text(published: Published) -> PublicText:
    """A question in Japanese."""
    return next(one for one in published if one.language == "ja" and one.seen.endswith("ください。"))


@pytest.fixture
def speaker(tmp_path: Path) -> Iterator[Speaker]:
    """A speaker with one process and an empty shelf."""
    one = Speaker(Settings(var=tmp_path, speech_processes=1, voices="ja=google,*=espeak"))
    yield one
    one.end()


def test_a_sound_is_made_whole_and_once(speaker: Speaker, text: PublicText, monkeypatch: pytest.MonkeyPatch) -> None:
    assert make(speaker, text)
    monkeypatch.setattr(speaker.pool, "ask", None)
    assert not make(speaker, text)
    heard = published_said(text)
    assert all(speaker.published(text, heard, suffix) for suffix in SUFFIXES)


def test_what_was_half_made_is_made_whole(speaker: Speaker, text: PublicText) -> None:
    assert speaker.published(text, published_said(text), "mp3")
    assert make(speaker, text)
    assert not make(speaker, text)


def test_a_full_disk_is_told(speaker: Speaker, text: PublicText, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.speech.published.shelf.os.replace", full_disk)
    with pytest.raises(NotKept):
        make(speaker, text)


def test_a_recording_has_its_words_stretched_and_is_played(speaker: Speaker, text: PublicText) -> None:
    google, heard = Slow(), published_said(text)
    own = speaker.hash(heard, "ja")
    assert record(speaker, google, text)
    assert not record(speaker, google, text)
    assert google.asked == [text.seen]
    assert speaker.hash(heard, "ja") != own
    times = json.loads(speaker.published(text, heard, "json"))
    assert times[0][0] == 0
    assert times[-1][1] == 10_000
    assert times[-1][3] == len(text.seen)


def published_said(text: PublicText) -> Said:
    """What a voice is given for a published sentence."""
    return said(text.seen, text.language, marked=text.marked)
