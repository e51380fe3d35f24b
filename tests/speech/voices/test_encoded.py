"""Sounds as bytes: small, whole, equally loud."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import soundfile

from portal.speech.voices import encoded
from portal.speech.voices.espeak import Espeak
from portal.speech.voices.openjtalk import Openjtalk
from portal.speech.voices.voice import Sound, Voice, Word
from tests.speech.given import ENGLISH, JAPANESE

Encoder = Callable[[Sound], bytes]
LONG = [text for text in JAPANESE.values() if len(text) > 10]


@pytest.fixture(scope="module")
def voices() -> Iterator[dict[str, Voice]]:
    """A voice for each language."""
    english = Espeak("en")
    yield {"ja": Openjtalk(), "en": english}
    english.end()


@pytest.mark.parametrize(
    ("language", "text"), [*(("ja", text) for text in LONG), *(("en", text) for text in ENGLISH.values())]
)
def test_a_second_of_speech_costs_little(voices: dict[str, Voice], language: str, text: str) -> None:
    sound = voices[language].speak(text)
    assert len(encoded.mp3(sound)) <= 4000 * sound.seconds
    assert len(encoded.opus(sound)) <= 2000 * sound.seconds


@pytest.mark.parametrize("made", [encoded.mp3, encoded.opus], ids=["mp3", "opus"])
def test_what_is_played_is_as_long_as_what_was_spoken(made: Encoder) -> None:
    sound = Openjtalk().speak("はい、そうです。")
    played, rate = soundfile.read(io.BytesIO(made(sound)))
    assert abs(len(played) / rate - sound.seconds) < 0.005


def hiss(samples: np.ndarray) -> float:
    """How loud it is between 4000 and 5500 Hz, where し is, in decibels."""
    power = abs(np.fft.rfft(samples)) ** 2
    hertz = np.fft.rfftfreq(len(samples), 1 / encoded.RATE)
    return float(10 * np.log10(power[(hertz > 4000) & (hertz < 5500)].sum()))


@pytest.mark.parametrize("made", [encoded.mp3, encoded.opus], ids=["mp3", "opus"])
def test_what_tells_consonants_apart_is_still_heard(made: Encoder) -> None:
    sound = Openjtalk().speak("申請します。失礼します。")
    played, _ = soundfile.read(io.BytesIO(made(sound)))
    spoken = encoded.levelled(encoded.at_rate(sound.samples, sound.rate))
    assert hiss(played) == pytest.approx(hiss(spoken), abs=4)


def tone(hertz: float, rate: int = 48_000) -> np.ndarray:
    """A second of a tone, half as loud as can be."""
    return (0.5 * np.sin(2 * np.pi * hertz * np.arange(rate) / rate)).astype(np.float32)


@pytest.mark.parametrize("rate", [48_000, 22_050, 44_100, 16_000, 24_000])
def test_tones_of_speech_stay_as_they_are_at_any_rate(rate: int) -> None:
    heard = encoded.at_rate(tone(3000, rate), rate)
    assert len(heard) == encoded.RATE
    assert np.allclose(heard[500:-500], tone(3000, encoded.RATE)[500:-500], atol=0.01)


@pytest.mark.parametrize("rate", [48_000, 44_100])
def test_tones_that_do_not_fit_are_left_out(rate: int) -> None:
    assert float(abs(encoded.at_rate(tone(15_000, rate), rate)[500:-500]).max()) < 0.005


def test_nothing_is_clipped() -> None:
    assert float(abs(encoded.levelled(2 * tone(440))).max()) <= encoded.PEAK + 1e-6
    assert float(abs(encoded.levelled(np.zeros(5, np.float32))).max()) == 0


def test_places_are_counted_as_browsers_do() -> None:
    rows = json.loads(encoded.times([Word(0, 10, 0, 2), Word(10, 30, 2, 4)], "𠮷田さん"))
    assert rows == [[0, 10, 0, 3], [10, 30, 3, 5]]
