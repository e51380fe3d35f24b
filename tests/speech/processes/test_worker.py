"""What the speaking process answers, and that nothing it prints gets in the way."""

from __future__ import annotations

import json

import numpy as np
import pytest

from portal.speech.processes.worker import REMEMBERED, Worker
from portal.speech.voices.chosen import Voices
from portal.speech.voices.voice import Silent, Sound, Voice, Word


class Humming:
    """A voice that counts how often it speaks."""

    name, machine = "humming-1", True
    credit = None

    def __init__(self) -> None:
        self.spoken = list[str]()

    def speak(self, heard: str) -> Sound:
        if heard == "silent":
            raise Silent("nothing in it can be spoken")
        if heard == "broken":
            raise ZeroDivisionError
        self.spoken.append(heard)
        return Sound(np.zeros(24_000, np.float32), 24_000, lambda: self.times(heard))

    def times(self, heard: str) -> tuple[Word, ...]:
        return (Word(0, 1000, 0, len(heard)),)


@pytest.fixture
def voice() -> Humming:
    """A voice."""
    return Humming()


@pytest.fixture
def worker(voice: Humming) -> Worker:
    """A worker with that voice for every language."""

    def voice_of(language: str) -> Voice:
        return voice  # type: ignore[return-value]

    return Worker(voice_of)


def asked(worker: Worker, do: str, heard: str) -> bytes:
    return worker.answer({"do": do, "language": "ja", "heard": heard})


def test_opus_after_mp3_speaks_once(worker: Worker, voice: Humming) -> None:
    assert asked(worker, "mp3", "はい")[:1] == b"+"
    assert asked(worker, "opus", "はい")[1:5] == b"OggS"
    assert voice.spoken == ["はい"]
    for n in range(REMEMBERED):
        asked(worker, "mp3", str(n))
    asked(worker, "mp3", "はい")
    assert voice.spoken.count("はい") == 2


def test_times_do_not_wait_for_the_sound(worker: Worker, voice: Humming) -> None:
    assert json.loads(asked(worker, "words", "はい")[1:]) == [[0, 1000, 0, 2]]
    assert voice.spoken == []


@pytest.mark.parametrize(
    ("do", "heard", "why"),
    [
        ("mp3", "silent", b"-nothing in it can be spoken"),
        ("mp3", "broken", b"-ZeroDivisionError"),
        ("sing", "はい", b"-nobody knows how to do sing"),
    ],
)
def test_what_cannot_be_done_is_told_and_the_worker_goes_on(worker: Worker, do: str, heard: str, why: bytes) -> None:
    assert asked(worker, do, heard) == why
    assert asked(worker, "mp3", "はい")[:1] == b"+"


def test_the_voices_of_the_settings_speak(worker: Worker) -> None:
    real = Worker(Voices({"ja": "openjtalk"}).of)
    assert real.answer({"do": "mp3", "language": "ja", "heard": "はい"})[:1] == b"+"
    assert real.answer({"do": "mp3", "language": "en", "heard": "Yes"})[:1] == b"-"
