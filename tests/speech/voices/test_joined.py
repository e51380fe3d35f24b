"""Several sounds as one file, as long as all of them together."""

from __future__ import annotations

import io

import numpy as np
import pytest
import soundfile

from portal.speech.voices.encoded import RATE, mp3
from portal.speech.voices.joined import NotOurs, frames, joined
from portal.speech.voices.voice import Sound


def tone(hertz: float, seconds: float) -> bytes:
    """A tone as MP3."""
    samples = np.sin(2 * np.pi * hertz * np.arange(int(RATE * seconds)) / RATE)
    return mp3(Sound(samples.astype(np.float32), RATE, tuple))


def loudest(samples: np.ndarray) -> float:
    """The tone that is heard most, in hertz."""
    return float(np.argmax(abs(np.fft.rfft(samples))) * RATE / len(samples))


def test_one_after_the_other() -> None:
    whole = joined([tone(400, 1.0), tone(900, 0.5), tone(1500, 2.0)])
    samples, rate = soundfile.read(io.BytesIO(whole))
    assert rate == RATE
    assert len(samples) / rate == pytest.approx(3.5, abs=0.3)  # each has up to two frames of silence around it
    assert [round(loudest(samples[int(at * RATE) : int((at + 0.3) * RATE)]), -2) for at in (0.3, 1.25, 2.5)] == [
        400,
        900,
        1500,
    ]


def test_its_length_is_told_at_its_head() -> None:
    parts = [tone(400, 1.0), tone(900, 0.5)]
    whole = joined(parts)
    told, *others = frames(whole)
    assert told[13:17] == b"Xing"
    assert int.from_bytes(told[21:25], "big") == len(others) == sum(len(list(frames(part))) - 1 for part in parts)
    assert int.from_bytes(told[25:29], "big") == len(whole)


def test_nothing_joined_is_nothing() -> None:
    assert joined([]) == b""


@pytest.mark.parametrize("file", [b"OggS", b"\xff\xf3\x84\xc4", tone(400, 0.2)[:-1]], ids=["Opus", "a head", "cut"])
def test_what_is_no_sound_of_ours_is_refused(file: bytes) -> None:
    with pytest.raises(NotOurs):
        joined([file])
