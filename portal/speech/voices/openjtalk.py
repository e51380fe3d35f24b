"""The Japanese voice: Open JTalk with the voice "Mei", offline, each word's time exact to the sample.

Runs in the voices' processes; the engine is imported when it first speaks, never by the server.
"""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from portal.language.words import say
from portal.speech.voices.voice import LONGEST, Silent, Sound, Word

CREDIT = say(
    "この声は{voice}です。作った人は{maker}です。使い方の決まりは{licence}です。",
    voice="「HTS Voice Mei」",
    maker="名古屋工業大学 MMDAgent Project Team（© 2009–2013）",
    licence="CC BY 3.0",
)
LICENCE = "https://creativecommons.org/licenses/by/3.0/"
PHONEME = re.compile(r"-([^+]+)\+")
"""The phoneme in a full-context label: `a^b-PHONEME+c=d…`."""
LEADING = "「『（(〔［【〈《“‘"
ATTACHED = {"助詞", "助動詞", "記号"}
"""Parts of speech that are lit together with the word before them."""
SILENCES = {"pau", "sp", "unk"}
"""What the engine writes for signs: a pause, a space, something it does not know."""
_FULL = 32768.0


@dataclass(frozen=True)
class Piece:
    """A stretch of the text lit at once and how many labels it sounds for."""

    start: int
    end: int
    labels: int


class Openjtalk:
    """Japanese. `dictionaries` are compiled user dictionaries, the first to win first."""

    machine = False
    credit = CREDIT
    licence = LICENCE

    def __init__(self, dictionaries: Sequence[Path] = ()) -> None:
        self.dictionaries = tuple(dictionaries)

    @cached_property
    def name(self) -> str:
        """Engine's version and the dictionaries' names, which tell their content."""
        known = hashlib.sha256(" ".join(path.name for path in self.dictionaries).encode()).hexdigest()[:8]
        return f"openjtalk-{version('pyopenjtalk-plus')}-{known}"

    def kana(self, heard: str) -> str:
        """How it is read, in katakana as it sounds (は as ワ, long vowels as ー); signs stay. Raises Silent."""
        features, _ = self._front(heard)
        read = (one["string"] if one["pos"] == "記号" else one["pron"] for one in features)
        return "".join(read).replace("’", "")

    def speak(self, heard: str) -> Sound:
        """The sentence at 48 kHz. Raises Silent."""
        import numpy as np

        labels, pieces = self._read(heard)
        samples = (self._engine.synthesize(labels) / _FULL).astype(np.float32)
        return Sound(samples, self._engine.get_sampling_frequency(), lambda: self._timed(labels, pieces))

    def times(self, heard: str) -> tuple[Word, ...]:
        """The words' times without the sound, at the cost of about the sound. Raises Silent."""
        return self._timed(*self._read(heard))

    def _timed(self, labels: Sequence[str], pieces: Sequence[Piece]) -> tuple[Word, ...]:
        # At its own speed the length of each label does not depend on its neighbours, so that lengths of labels
        # spoken alone sum up to the whole sentence, to the sample.
        rate = self._engine.get_sampling_frequency() / 1000
        lengths = [len(self._engine.synthesize([label])) for label in labels]
        return tuple(_words(pieces, [length / rate for length in lengths]))

    def _read(self, heard: str) -> tuple[list[str], list[Piece]]:
        import pyopenjtalk

        features, morphs = self._front(heard)
        mapping = pyopenjtalk.make_phoneme_mapping(features, morphs, caller_text=heard, jtalk=self._jtalk)
        labels = self._jtalk.make_label(features)
        if not labels:
            raise Silent("nothing in it can be spoken")
        return labels, list(_pieces(mapping, labels, len(heard)))

    def _front(self, heard: str) -> tuple[Any, Any]:
        import pyopenjtalk

        if not heard.strip() or len(heard) > LONGEST:
            raise Silent("empty or too long")
        try:
            with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # its own affair with Sudachi
                return pyopenjtalk.run_frontend_detailed(heard, jtalk=self._jtalk)
        except (RuntimeError, ValueError) as error:
            raise Silent(type(error).__name__) from None

    @cached_property
    def _jtalk(self) -> Any:
        import pyopenjtalk
        from pyopenjtalk.openjtalk import OpenJTalk

        paths = ",".join(str(path) for path in self.dictionaries).encode()
        protected = [True] * len(self.dictionaries)
        return OpenJTalk(pyopenjtalk.OPEN_JTALK_DICT_DIR, paths, protected)

    @cached_property
    def _engine(self) -> Any:
        import pyopenjtalk
        from pyopenjtalk.htsengine import HTSEngine

        return HTSEngine(pyopenjtalk.DEFAULT_HTS_VOICE)


def _pieces(mapping: Sequence[Any], labels: Sequence[str], length: int) -> Iterator[Piece]:
    """The text cut into words with their particles and signs, each with the labels it sounds for, in order.

    The first label is the silence before; what stands between words (pauses) belongs to the word before it.
    """
    words: list[list[int]] = []  # start and labels
    sounds = [PHONEME.search(label)[1] for label in labels]  # type: ignore[index]
    at, opened = 1, None
    for morpheme in mapping:
        start, end = morpheme["char_span"]
        taken = _taken(morpheme["phonemes"], sounds, at)
        at += taken
        if end > start and morpheme["surface"] in LEADING:
            opened = start if opened is None else opened
        elif words and _belongs_to_last(morpheme, words[-1][0], opened):
            words[-1][1] += taken
        else:
            words.append([start if opened is None else opened, taken])
            opened = None
    if not words:
        words = [[0, 0]]
    words[0][0], words[0][1] = 0, words[0][1] + 1
    words[-1][1] += len(labels) - at
    ends = [start for start, _ in words[1:]] + [length]
    for (start, count), end in zip(words, ends, strict=True):
        yield Piece(start, end, count)


def _belongs_to_last(morpheme: Any, begun: int, opened: int | None) -> bool:
    """Whether a morpheme is lit with the word before it: a particle, a sign, a digit without a place of its own."""
    start, end = morpheme["char_span"]
    return end == start or start < begun or (morpheme["pos"] in ATTACHED and opened is None)


def _taken(phonemes: Sequence[str], sounds: Sequence[str], at: int) -> int:
    """How many labels a morpheme takes. The engine makes one pause of several and none at either end."""
    first = at
    for phoneme in phonemes:
        if phoneme in SILENCES:
            at += sounds[at] == "pau"
        else:
            at += (sounds[at] == "pau") + 1
    return at - first


def _words(pieces: Sequence[Piece], lengths: Sequence[float]) -> Iterator[Word]:
    at, label = 0.0, 0
    for piece in pieces:
        end = at + sum(lengths[label : label + piece.labels])
        yield Word(round(at), round(end), piece.start, piece.end)
        at, label = end, label + piece.labels
