"""The sounds of what a catalogue and its towns publish, by their names, and the speaker for everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from threading import Lock

from portal.speech.normal import said
from portal.speech.published import PublicText, Published
from portal.speech.published.shelf import SUFFIXES
from portal.speech.said import Said
from portal.speech.script import Utterance
from portal.speech.speaker import Speaker
from portal.speech.voices.voice import Silent


class Sounds:
    """Making it costs nothing: the speaker is called, and the index is worked out, at the first wish."""

    def __init__(self, making: Callable[[], Speaker], published: Published, before: Sounds | None = None) -> None:
        """`making` makes the speaker; with `before` it is the same one, and only what is published is new."""
        self._making, self.published = making, published
        self._made: list[Speaker] = before._made if before else []
        self._lock: Lock = before._lock if before else Lock()

    @property
    def speaker(self) -> Speaker:
        """Who speaks, one for all."""
        with self._lock:
            if not self._made:
                self._made.append(self._making())
            return self._made[0]

    def anew(self, published: Published) -> Sounds:
        """The sounds of what is published now."""
        return Sounds(self._making, published, self)

    def end(self) -> None:
        """End the speaker where there is one."""
        for speaker in self._made:
            speaker.end()

    def name(self, language: str, seen: str) -> str:
        """The sound's name; "" for a sentence that is not published, or that no voice of ours speaks."""
        text = self.published.find(language, seen)
        return self._names.get(text, "") if text else ""

    def names(self, utterances: Iterable[Utterance]) -> list[str]:
        """The name of each sound of a page, "" where it is not to be a published one.

        Words in one element with words that nobody published may come out of an answer as well: all of them are
        personal. What is said between the words of a page stands in none.
        """
        said = list(utterances)
        names = ["" if one.personal else self.name(one.language, one.spoken or one.seen) for one in said]
        mixed = {one.at for one, name in zip(said, names, strict=True) if one.seen and not name}
        return ["" if one.seen and one.at in mixed else name for one, name in zip(said, names, strict=True)]

    def get(self, name: str, suffix: str) -> bytes | None:
        """The sound as mp3 or opus, or its words' times as json; None for a name nobody has. Raises Silent."""
        text = self._texts.get(name)
        return self.speaker.published(text, heard(text), suffix) if text and suffix in SUFFIXES else None

    @cached_property
    def _names(self) -> dict[PublicText, str]:
        names = {}
        for text in self.published:
            try:
                names[text] = self.speaker.hash(heard(text), text.language)
            except Silent:
                continue  # the browser's own voice is to speak
        return names

    @cached_property
    def _texts(self) -> dict[str, PublicText]:
        return {name: text for text, name in self._names.items()}


def heard(text: PublicText) -> Said:
    """What a voice is given for a published sentence."""
    return said(text.seen, text.language, marked=text.marked)
