"""The voice of other languages: eSpeak NG in a process of its own, which may die without harm."""

from __future__ import annotations

from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from portal.language.words import say
from portal.processes.child import Child, Gone
from portal.speech.voices.voice import LONGEST, Silent, Sound, Word

CREDIT = say("この声は機械の声です。{voice}が読みます。", voice="eSpeak\N{NO-BREAK SPACE}NG")
SCRIPT = Path(__file__).parents[1] / "processes" / "espeak_child.py"
SPOKEN = {
    "en": "en-us",
    "zh-Hans": "cmn",
    "zh-Hant": "cmn",
    "ko": "ko",
    "vi": "vi",
    "pt-BR": "pt-br",
    "es": "es-419",
    "id": "id",
    "ne": "ne",
}
"""The engine's name of each language it has a dictionary for; it has none for Tagalog."""
RATE = 22_050
PATIENCE = 10.0
"""Seconds for one sentence; it takes some hundredths."""
SLOWER = 150
"""Words a minute; the engine's own 175 are too quick for a listener who is new to the language."""


class Espeak:
    """A language of the world, by machine."""

    machine = True
    credit = CREDIT
    licence = ""

    def __init__(self, language: str) -> None:
        self.language = language
        self._child = Child("-I", str(SCRIPT))

    @cached_property
    def name(self) -> str:
        """The engine's version and its language."""
        return f"espeak-{version('espeakng-loader')}-{SPOKEN.get(self.language, self.language)}-{SLOWER}"

    def speak(self, heard: str) -> Sound:
        """The sentence at 22,050 Hz. Raises Silent, also where the engine does not know the language."""
        import numpy as np

        if self.language not in SPOKEN:
            raise Silent("no voice for this language")
        if not any(sign.isalnum() for sign in heard) or len(heard) > LONGEST:
            raise Silent("nothing to speak, or too long")
        question = f"{SPOKEN[self.language]}\n{SLOWER}\n{heard}".encode()
        try:
            answer = self._child.ask(question, PATIENCE)
        except Gone as gone:
            raise Silent(f"the voice's process: {gone}") from None
        count = int.from_bytes(answer[:4], "big")
        events = np.frombuffer(answer, ">u4", 3 * count, 4).reshape(count, 3)
        samples = np.frombuffer(answer, "<i2", offset=4 + 12 * count).astype(np.float32) * np.float32(1 / 32768)
        if not len(samples):
            raise Silent("nothing in it can be spoken")
        length = round(len(samples) / RATE * 1000)
        words = _covering([(int(at), int(start)) for at, start, _ in events], length, len(heard))
        return Sound(samples, RATE, lambda: words)

    def end(self) -> None:
        """End the engine's process."""
        self._child.end()

    def times(self, heard: str) -> tuple[Word, ...]:
        """The words' times; they come with the sound. Raises Silent."""
        return self.speak(heard).words


def _covering(events: list[tuple[int, int]], length: int, end: int) -> tuple[Word, ...]:
    """Words one after the other, from when and where each begins to where the next one does."""
    begun: list[tuple[int, int]] = []
    for at, start in events:
        if not begun or start > begun[-1][1]:
            begun.append((at, start))
    begun = [(0, 0), *begun[1:]]
    ends = [*begun[1:], (length, end)]
    return tuple(Word(at, until, start, to) for (at, start), (until, to) in zip(begun, ends, strict=True))
