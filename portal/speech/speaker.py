"""The speaker: whoever wants to hear a sentence asks here, and gets its sound and its words' times.

Published sentences are kept on the shelf; a personal one only in memory and for seconds, for the browser that asks for
a part of it again. All speaking is done in processes of their own, started at the first wish.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from threading import Lock
from time import monotonic

from portal.language.words import Say
from portal.settings import Settings
from portal.speech.processes.child import Child
from portal.speech.processes.pool import Pool
from portal.speech.public import PublicText, genuine
from portal.speech.said import Said
from portal.speech.shelf import Shelf
from portal.speech.voices import encoded
from portal.speech.voices.chosen import Voices
from portal.speech.voices.voice import Silent, Word

SECONDS = 90.0
"""How long a personal sound stays in memory: a sentence is asked for again while it plays, not later."""
MOST = 8_000_000
"""Bytes of personal sounds in memory at most."""


@dataclass(frozen=True)
class Spoken:
    """A sentence as sound; Opus and times are made when they are asked for, each of which raises Silent."""

    mp3: bytes = field(repr=False)
    _opus: Callable[[], bytes] = field(repr=False)
    _words: Callable[[], tuple[Word, ...]] = field(repr=False)
    _seen: str = field(repr=False)

    @cached_property
    def opus(self) -> bytes:
        """The same as Ogg Opus."""
        return self._opus()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """When each word sounds; places are those of the sentence as it is seen."""
        return self._words()

    @property
    def times(self) -> bytes:
        """The words as JSON for the browser, with places in UTF-16 units."""
        return encoded.times(self.words, self._seen)


class Speaker:
    """One per server process. Making it costs nothing; nothing is started before the first wish."""

    def __init__(self, settings: Settings, voices: Voices | None = None) -> None:
        self.voices = voices or Voices.of_settings(settings)
        self.shelf = Shelf(settings.var / "speech" / "sounds", settings.speech_shelf)
        told = self.voices.tell()
        self.pool = Pool(settings.speech_processes, partial(Child, "-m", "portal.speech.processes.worker", told))
        self._recent = Recent()

    def credit(self, language: str) -> Say:
        """What is to be shown with the voice of a language. Raises Silent where it has none."""
        return self.voices.of(language).credit

    def machine(self, language: str) -> bool:
        """Whether the voice sounds like a machine. Raises Silent where there is none."""
        return self.voices.of(language).machine

    def sound(self, said: Said, language: str) -> Spoken:
        """A sentence as sound, kept nowhere but in memory. Raises Silent."""
        mp3 = self._asked("mp3", said.heard, language)
        return Spoken(mp3, lambda: self.opus(said, language), lambda: self.words(said, language), said.seen)

    def opus(self, said: Said, language: str) -> bytes:
        """The sentence as Opus alone. Raises Silent."""
        return self._asked("opus", said.heard, language)

    def words(self, said: Said, language: str) -> tuple[Word, ...]:
        """The words' times alone, without waiting for the sound; places are those of `said.seen`. Raises Silent."""
        rows = json.loads(self._asked("words", said.heard, language))
        return seen_words([Word(*row) for row in rows], said)

    def times(self, said: Said, language: str) -> bytes:
        """The words' times as JSON for the browser, with places in UTF-16 units. Raises Silent."""
        return encoded.times(self.words(said, language), said.seen)

    def hash(self, said: Said, language: str) -> str:
        """The name of a published sound: 32 hex digits of voice, encoding and text. Raises Silent without a voice."""
        named = "\n".join((self.voices.of(language).name, encoded.VERSION, language, said.heard, said.seen))
        return hashlib.sha256(named.encode()).hexdigest()[:32]

    def published(self, text: PublicText, said: Said, suffix: str) -> bytes:
        """A published sentence as mp3, opus or json, from the shelf or made and kept. Raises Silent, TypeError."""
        language = genuine(text).language
        voice, hash = self.voices.of(language).name, self.hash(said, language)
        if (kept := self.shelf.get(voice, hash, suffix)) is not None:
            return kept
        body = self.times(said, language) if suffix == "json" else self._fresh(suffix, said.heard, language)
        self.shelf.put(voice, hash, suffix, body)
        return body

    def end(self) -> None:
        """End the processes."""
        self.pool.end()

    def _asked(self, do: str, heard: str, language: str) -> bytes:
        return self._recent.get((do, heard, language), lambda: self._fresh(do, heard, language))

    def _fresh(self, do: str, heard: str, language: str) -> bytes:
        self.voices.of(language)  # a language without a voice wakes no process
        question = json.dumps({"do": do, "heard": heard, "language": language}).encode()
        answer = self.pool.ask(question)
        if answer[:1] != b"+":
            raise Silent(answer[1:].decode())
        return answer[1:]


class Recent:
    """What was made in the last seconds, so many bytes of it."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str, str], tuple[float, bytes]] = OrderedDict()
        self._lock = Lock()

    @property
    def size(self) -> int:
        """Bytes of all that is kept."""
        return sum(len(body) for _, body in self._kept.values())

    def get(self, key: tuple[str, str, str], make: Callable[[], bytes]) -> bytes:
        """The answer made a moment ago, or a new one."""
        with self._lock:
            self._forget()
            if key in self._kept:
                return self._kept[key][1]
        body = make()
        with self._lock:
            self._kept[key] = (monotonic(), body)
            self._forget()
        return body

    def _forget(self) -> None:
        while self._kept:
            oldest = next(iter(self._kept))
            if self._kept[oldest][0] > monotonic() - SECONDS and self.size <= MOST:
                return
            del self._kept[oldest]


def seen_words(words: list[Word], said: Said) -> tuple[Word, ...]:
    """The words with places in what is seen: each from where it begins to where the next one does, all in order."""
    begins = [said.origin[word.start] if word.start < len(said.origin) else len(said.seen) for word in words]
    for n in range(len(begins) - 2, -1, -1):  # a reading may stand for something further on; nobody is overtaken
        begins[n] = min(begins[n], begins[n + 1])
    begins[:1] = [0] if words else []
    placed = zip(words, begins, [*begins[1:], len(said.seen)], strict=False)
    return tuple(Word(word.start_ms, word.end_ms, start, end) for word, start, end in placed)
