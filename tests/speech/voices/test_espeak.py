"""The voice of other languages, in a process that may die."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from portal.language.words import words_for
from portal.speech.voices.espeak import SPOKEN, Espeak
from portal.speech.voices.voice import LONGEST, Silent
from tests.speech.given import ENGLISH


@pytest.fixture(scope="module")
def voice() -> Iterator[Espeak]:
    """The voice."""
    one = Espeak("en")
    yield one
    one.end()


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH.keys())
def test_words_cover_the_text_and_the_sound_in_order(voice: Espeak, text: str) -> None:
    sound = voice.speak(text)
    assert "".join(text[word.start : word.end] for word in sound.words) == text
    assert sound.words[0].start_ms == 0
    assert sound.words[-1].end_ms == round(sound.seconds * 1000)
    assert all(word.end_ms >= word.start_ms for word in sound.words)
    assert len(sound.words) >= len(text.split()) / 2


def test_a_killed_process_is_silent_once(voice: Espeak) -> None:
    voice.speak("Yes.")
    pid = voice._child.pid
    assert pid
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(Silent):
        voice.speak("Yes.")
    assert voice.speak("Yes.").seconds > 0


@pytest.mark.parametrize(
    "text", ["", " ", ",", "★", "a" * (LONGEST + 1)], ids=["empty", "blank", "sign", "star", "long"]
)
def test_what_cannot_be_spoken_is_silent(voice: Espeak, text: str) -> None:
    with pytest.raises(Silent):
        voice.speak(text)


def test_a_language_it_has_no_dictionary_for_is_silent() -> None:
    with pytest.raises(Silent):
        Espeak("tl").speak("Magandang umaga.")


def test_it_says_that_it_is_a_machine(voice: Espeak) -> None:
    assert voice.machine
    assert "機械" in voice.credit.text


@pytest.mark.parametrize("language", sorted(SPOKEN))
def test_every_language_it_knows_is_spoken(language: str) -> None:
    voice = Espeak(language)
    try:
        assert voice.speak(words_for(language)("次へ")).seconds > 0.2
    finally:
        voice.end()
