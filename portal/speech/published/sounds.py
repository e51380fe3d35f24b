"""Published sounds by their names: 32 hex digits of the voice, the encoding and the sentence, so that no name lies.

What is not on the shelf is spoken when it is asked for, and kept; `speech build` does so ahead for all of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from portal.speech.normal import said
from portal.speech.published.index import Published
from portal.speech.published.public import PublicText
from portal.speech.published.shelf import SUFFIXES, Shelf
from portal.speech.said import Said
from portal.speech.speaker import Speaker
from portal.speech.voices import encoded
from portal.speech.voices.google import NAME as GOOGLE
from portal.speech.voices.voice import Silent


@dataclass(frozen=True)
class Entry:
    """A published sentence, what is heard of it, the voice that speaks it and the name of that sound."""

    text: PublicText
    said: Said
    voice: str
    name: str

    @classmethod
    def of(cls, text: PublicText, voice: str) -> Entry:
        """The entry with its name."""
        heard = said(text.seen, text.language, {}, text.marked)
        told = "\n".join((voice, encoded.VERSION, text.language, heard.heard, text.seen))
        return cls(text, heard, voice, hashlib.sha256(told.encode()).hexdigest()[:32])


class Sounds:
    """The sounds of an index. Making it costs nothing; names are worked out at the first look-up."""

    def __init__(self, published: Published, speaker: Speaker, shelf: Shelf) -> None:
        self.published, self.speaker, self.shelf = published, speaker, shelf

    def name(self, language: str, seen: str) -> str | None:
        """The sound's name, or None for a sentence that is not published or that no voice of ours speaks.

        Where a voice on the net was chosen: its recording if there is one, else our own voice.
        """
        if (own := self._own.get((language, seen))) is None:
            return None
        recording = self._recorded.get((language, seen))
        return recording.name if recording and self.is_made(recording) else own.name

    def get(self, name: str, suffix: str) -> bytes | None:
        """The sound as mp3 or opus, or its words' times as json; None for a name nobody has. Raises Silent."""
        entry = self._by_name.get(name)
        if entry is None or suffix not in SUFFIXES:
            return None
        if (kept := self.shelf.get(entry.voice, name, suffix)) is not None:
            return kept
        body = self.speaker.made(suffix, entry.said, entry.text.language)
        if entry.voice != GOOGLE:
            self.shelf.put(entry.voice, name, suffix, body)
        return body

    def own(self) -> list[Entry]:
        """Every sentence as our own voices speak it."""
        return list(self._own.values())

    def is_made(self, entry: Entry) -> bool:
        """Whether all of a sound is on the shelf."""
        return all(self.shelf.has(entry.voice, entry.name, suffix) for suffix in SUFFIXES)

    @cached_property
    def _own(self) -> dict[tuple[str, str], Entry]:
        return {(entry.text.language, entry.text.seen): entry for entry in self._spoken()}

    def _spoken(self) -> Iterator[Entry]:
        for text in self.published:
            try:
                voice = self.speaker.voices.of(text.language).name
            except Silent:
                continue  # the browser's own voice is to speak
            yield Entry.of(text, voice)

    @cached_property
    def _recorded(self) -> dict[tuple[str, str], Entry]:
        wanted = self.speaker.voices.recorded
        return {key: Entry.of(one.text, GOOGLE) for key, one in self._own.items() if one.text.language in wanted}

    @cached_property
    def _by_name(self) -> dict[str, Entry]:
        return {entry.name: entry for entry in [*self._own.values(), *self._recorded.values()]}
