"""The voice of other languages, in a process that may die."""

from __future__ import annotations

import os
import signal

import pytest

from portal.speech.voices.espeak import Espeak
from portal.speech.voices.voice import Silent
from tests.speech.given import ENGLISH

VOICE = Espeak("en")


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH.keys())
def test_words_cover_the_text_and_the_sound_in_order(text: str) -> None:
    sound = VOICE.speak(text)
    assert "".join(text[word.start : word.end] for word in sound.words) == text
    assert sound.words[0].start_ms == 0
    assert sound.words[-1].end_ms == round(sound.seconds * 1000)
    assert all(word.end_ms >= word.start_ms for word in sound.words)
    assert len(sound.words) >= len(text.split()) / 2


def test_a_killed_process_is_silent_once() -> None:
    VOICE.speak("Yes.")
    pid = VOICE._child.pid
    assert pid
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(Silent):
        VOICE.speak("Yes.")
    assert VOICE.speak("Yes.").seconds > 0


def test_a_language_it_has_no_dictionary_for_is_silent() -> None:
    with pytest.raises(Silent):
        Espeak("tl").speak("Magandang umaga.")


def test_it_says_that_it_is_a_machine() -> None:
    assert VOICE.machine
    assert "機械" in VOICE.credit.text
