"""The contract of a voice: what a sound tells of itself."""

from __future__ import annotations

import numpy as np

from portal.speech.voices.voice import Sound, Word


def test_times_are_worked_out_once_and_only_when_asked_for() -> None:
    asked = list[int]()

    def timing() -> tuple[Word, ...]:
        asked.append(1)
        return (Word(0, 500, 0, 2),)

    sound = Sound(np.zeros(12_000, np.float32), 24_000, timing)
    assert sound.seconds == 0.5
    assert asked == []
    assert sound.words == sound.words == (Word(0, 500, 0, 2),)
    assert asked == [1]
