"""The process that speaks: questions come as JSON, answers go as bytes, `+` and the answer or `-` and why not.

A question is `{"do": "mp3" | "opus" | "words" | "whole", "language": …, "heard": …}`. Words are answered as JSON
`[[start ms, end ms, start, end], …]` with places in `heard`; the whole is MP3, Opus and words, a frame each.
"""

from __future__ import annotations

import json
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any

from portal.processes.frames import framed, frames, private
from portal.speech.voices.voice import Silent, Sound, Voice, Word

REMEMBERED = 4
"""Sounds kept in memory: whoever asks for Opus after MP3 need not wait for the voice again."""


class Worker:
    """What one process does with the voices it is given."""

    def __init__(self, voice_of: Callable[[str], Voice]) -> None:
        self._voice_of = voice_of
        self._sounds: OrderedDict[tuple[str, str], Sound] = OrderedDict()

    def answer(self, question: dict[str, Any]) -> bytes:
        """The answer's frame; a question that cannot be answered gives the reason."""
        try:
            return b"+" + self._answer(question["do"], question["language"], question["heard"])
        except Silent as silent:
            return b"-" + str(silent).encode()
        except Exception as error:  # a sentence an engine cannot bear must not cost the others their voice
            return b"-" + type(error).__name__.encode()

    def _answer(self, do: str, language: str, heard: str) -> bytes:
        from portal.speech.voices import encoded

        if do == "words":
            return _told(self._voice_of(language).times(heard))
        if do == "whole":
            sound = self._sound(language, heard)
            return b"".join(framed(part) for part in (encoded.mp3(sound), encoded.opus(sound), _told(sound.words)))
        if do == "mp3":
            return encoded.mp3(self._sound(language, heard))
        if do == "opus":
            return encoded.opus(self._sound(language, heard))
        raise Silent(f"nobody knows how to do {do}")

    def _sound(self, language: str, heard: str) -> Sound:
        sound = self._sounds.pop((language, heard), None) or self._voice_of(language).speak(heard)
        self._sounds[language, heard] = sound
        if len(self._sounds) > REMEMBERED:
            self._sounds.popitem(last=False)
        return sound


def _told(words: Iterable[Word]) -> bytes:
    return json.dumps([[word.start_ms, word.end_ms, word.start, word.end] for word in words]).encode()


def main() -> None:
    """Answer until nobody asks any more; the first argument is the settings of the voices as JSON."""
    from portal.speech.voices.chosen import Voices

    out = private(sys.stdout)
    worker = Worker(Voices.told(sys.argv[1]).of)
    for question in frames(sys.stdin.buffer):
        out.write(framed(worker.answer(json.loads(question))))
        out.flush()


if __name__ == "__main__":
    main()
