"""The speaker: whoever wants to hear a sentence asks here, and gets its sound and its words' times.

Published sentences are kept on the shelf; a personal one only in memory and for seconds, for the browser that asks for
a part of it again. All speaking is done in processes of their own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from threading import Thread

from portal.processes.child import Child
from portal.processes.frames import frames
from portal.settings import Settings
from portal.speech.processes.pool import Pool
from portal.speech.published.public import PublicText, genuine
from portal.speech.published.shelf import Shelf
from portal.speech.recent import Recent
from portal.speech.said import Said
from portal.speech.voices import encoded
from portal.speech.voices.chosen import Voices
from portal.speech.voices.google import NAME as GOOGLE
from portal.speech.voices.voice import LONGEST, Silent, Word

SECONDS = 90.0
"""How long a personal sound stays in memory: a sentence is asked for again while it plays, not later."""
MOST = 8_000_000
"""Bytes of personal sounds in memory at most."""

WARMING = "この方です。1"
"""A sentence that has every part of a voice loaded; 方 makes the Japanese one look into its second dictionary."""


@dataclass(frozen=True)
class Spoken:
    """A sentence as sound. Opus and times are made when they are asked for, and raise Silent as the sound does."""

    said: Said
    language: str
    mp3: bytes = field(repr=False)
    _speaker: Speaker = field(repr=False)

    @property
    def opus(self) -> bytes:
        """The same as Ogg Opus."""
        return self._speaker.opus(self.said, self.language)

    @property
    def words(self) -> tuple[Word, ...]:
        """When each word sounds; places are those of the sentence as it is seen."""
        return self._speaker.words(self.said, self.language)

    @property
    def times(self) -> bytes:
        """The words as JSON for the browser, with places in UTF-16 units."""
        return self._speaker.times(self.said, self.language)


class Speaker:
    """One per server process. Making it costs nothing; no engine and no process is started before the first wish."""

    def __init__(self, settings: Settings, voices: Voices | None = None) -> None:
        """`voices` with their dictionaries, or those of the settings without. Raises BadSetting for an unknown one."""
        self.voices = voices or Voices.of_settings(settings)
        self.shelf = Shelf.of(settings)
        made = partial(Child, "-m", "portal.speech.processes.worker", self.voices.tell())
        self.pool = Pool(settings.speech_processes, made)
        self._recent = Recent(SECONDS, MOST)

    def warm(self, language: str) -> None:
        """Have the processes load a language's voice, without waiting for it; somebody is about to listen."""
        question = _question("mp3", WARMING, language)
        for _ in range(self.pool.most):
            Thread(target=self._loaded, args=(question,), daemon=True).start()

    def sound(self, said: Said, language: str) -> Spoken:
        """A sentence as sound, kept nowhere but in memory and for seconds. Raises Silent."""
        return Spoken(said, language, self.made("mp3", said, language), self)

    def words(self, said: Said, language: str) -> tuple[Word, ...]:
        """When each word sounds, without waiting for the sound; places are those of `said.seen`. Raises Silent."""
        return seen_words(json.loads(self._asked("words", said.heard, language)), said)

    def opus(self, said: Said, language: str) -> bytes:
        """A sentence as Ogg Opus alone. Raises Silent."""
        return self._asked("opus", said.heard, language)

    def times(self, said: Said, language: str) -> bytes:
        """When each word sounds, as JSON for the browser, with places in UTF-16 units. Raises Silent."""
        return encoded.times(self.words(said, language), said.seen)

    def made(self, suffix: str, said: Said, language: str) -> bytes:
        """A sentence as mp3 or opus, or its words' times as json; none waits for the others. Raises Silent."""
        if suffix == "json":
            return self.times(said, language)
        return self._asked(suffix, said.heard, language)

    def whole(self, said: Said, language: str) -> dict[str, bytes]:
        """A sentence as mp3, opus and json at once, for whoever makes sounds ahead. Raises Silent."""
        mp3, opus, words = frames(BytesIO(self._fresh("whole", said.heard, language)))
        return {"mp3": mp3, "opus": opus, "json": encoded.times(seen_words(json.loads(words), said), said.seen)}

    def hash(self, said: Said, language: str) -> str:
        """The name of a published sound. Raises Silent without a voice.

        Where recordings of a voice on the net are to be played and there is one: its name.
        """
        recording = named(GOOGLE, said, language)
        own = named(self.voices.of(language).name, said, language)
        recorded = language in self.voices.recorded and self.shelf.is_whole(GOOGLE, recording)
        return recording if recorded else own

    def published(self, text: PublicText, said: Said, suffix: str) -> bytes:
        """A published sentence as mp3, opus or json, from the shelf or made and kept. Raises Silent, TypeError."""
        language = genuine(text).language
        name, own = self.hash(said, language), self.voices.of(language).name
        voice = own if name == named(own, said, language) else GOOGLE
        if (kept := self.shelf.get(voice, name, suffix)) is not None:
            return kept
        body = self.made(suffix, said, language)
        if voice == own:
            self.shelf.put(own, name, suffix, body)
        return body

    def end(self) -> None:
        """End the processes; from now on everything is silent."""
        self.pool.end()

    def _loaded(self, question: bytes) -> None:
        with suppress(Silent):
            self.pool.ask(question)

    def _asked(self, do: str, heard: str, language: str) -> bytes:
        return self._recent.get((do, heard, language), lambda: self._fresh(do, heard, language))

    def _fresh(self, do: str, heard: str, language: str) -> bytes:
        self.voices.of(language)  # a language without a voice wakes no process
        if not heard.strip() or len(heard) > LONGEST:
            raise Silent("empty or too long")
        answer = self.pool.ask(_question(do, heard, language))
        if answer[:1] != b"+":
            raise Silent(answer[1:].decode())
        return answer[1:]


def named(voice: str, said: Said, language: str) -> str:
    """A sound's name: 32 hex digits of voice, encoding, language and sentence, so that no name ever lies."""
    told = "\n".join((voice, encoded.VERSION, language, said.heard, said.seen))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _question(do: str, heard: str, language: str) -> bytes:
    return json.dumps({"do": do, "heard": heard, "language": language}).encode()


def seen_words(rows: Iterable[tuple[int, int, int, int]], said: Said) -> tuple[Word, ...]:
    """Words with places in what is heard, as words with places in what is seen.

    Each reaches to where the next one begins, so that nothing seen is left out; several may stand for one sign.
    """
    words = [Word(*row) for row in rows]
    begins = [said.origin[word.start] for word in words[1:]]
    placed = zip(words, [0, *begins], [*begins, len(said.seen)], strict=False)
    return tuple(Word(word.start_ms, word.end_ms, start, end) for word, start, end in placed)
