"""The speaker: whoever wants to hear a sentence asks here, and gets its sound and its words' times.

What is spoken here stays in memory, for seconds, for the browser that asks for a part of it again; sounds of published
words are kept elsewhere (`published.sounds`). All speaking is done in processes of their own.
"""

from __future__ import annotations

import json
import logging
import subprocess
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from threading import RLock, Thread

from portal.settings import Settings
from portal.speech.processes.child import Child
from portal.speech.processes.pool import Pool
from portal.speech.processes.worker import frames
from portal.speech.recent import Recent
from portal.speech.said import Said
from portal.speech.voices import encoded
from portal.speech.voices.chosen import Voices, chosen
from portal.speech.voices.voice import LONGEST, Silent, Word

log = logging.getLogger(__name__)
SECONDS = 90.0
"""How long a personal sound stays in memory: a sentence is asked for again while it plays, not later."""
MOST = 8_000_000
"""Bytes of personal sounds in memory at most."""


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
        return self._speaker.made("opus", self.said, self.language)

    @property
    def words(self) -> tuple[Word, ...]:
        """When each word sounds; places are those of the sentence as it is seen."""
        return self._speaker.words(self.said, self.language)

    @property
    def times(self) -> bytes:
        """The words as JSON for the browser, with places in UTF-16 units."""
        return self._speaker.made("json", self.said, self.language)


class Speaker:
    """One per server process. Making it costs nothing; nothing is read or started before the first wish.

    `dictionaries` gives the voices' dictionaries when they are first needed; where it fails, they speak without.
    Raises BadSetting for an unknown voice.
    """

    def __init__(self, settings: Settings, dictionaries: Callable[[], Sequence[Path]] = tuple) -> None:
        self._chosen = chosen(settings.voices)
        self._processes = settings.speech_processes
        self._dictionaries = dictionaries
        self._recent = Recent(SECONDS, MOST)
        self._lock = RLock()
        self._voices: Voices | None = None
        self._pool: Pool | None = None

    @property
    def voices(self) -> Voices:
        """Who speaks which language."""
        with self._lock:
            if self._voices is None:
                self._voices = self._found()
            return self._voices

    @property
    def pool(self) -> Pool:
        """The processes."""
        with self._lock:
            if self._pool is None:
                made = partial(Child, "-m", "portal.speech.processes.worker", self.voices.tell())
                self._pool = Pool(self._processes, made)
            return self._pool

    def warm(self, language: str) -> None:
        """Have the processes load a language's voice, without waiting for it; somebody is about to listen."""
        question = _question("words", "はい。", language)
        for _ in range(self._processes):
            Thread(target=self._loaded, args=(question,), daemon=True).start()

    def sound(self, said: Said, language: str) -> Spoken:
        """A sentence as sound, kept nowhere but in memory and for seconds. Raises Silent."""
        return Spoken(said, language, self.made("mp3", said, language), self)

    def words(self, said: Said, language: str) -> tuple[Word, ...]:
        """When each word sounds, without waiting for the sound; places are those of `said.seen`. Raises Silent."""
        return seen_words(json.loads(self._asked("words", said.heard, language)), said)

    def made(self, suffix: str, said: Said, language: str) -> bytes:
        """A sentence as mp3 or opus, or its words' times as json; none waits for the others. Raises Silent."""
        if suffix == "json":
            return encoded.times(self.words(said, language), said.seen)
        return self._asked(suffix, said.heard, language)

    def whole(self, said: Said, language: str) -> dict[str, bytes]:
        """A sentence as mp3, opus and json at once, for whoever makes sounds ahead. Raises Silent."""
        mp3, opus, words = frames(BytesIO(self._fresh("whole", said.heard, language)))
        return {"mp3": mp3, "opus": opus, "json": encoded.times(seen_words(json.loads(words), said), said.seen)}

    def end(self) -> None:
        """End the processes; from now on everything is silent."""
        if self._pool:
            self._pool.end()

    def _found(self) -> Voices:
        try:
            return Voices(self._chosen, self._dictionaries())
        except (OSError, subprocess.SubprocessError) as error:
            log.error("the voices have no dictionaries: %s", type(error).__name__)
            return Voices(self._chosen)

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
