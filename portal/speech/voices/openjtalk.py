"""The Japanese voice: Open JTalk with the voice "Mei", offline, each word's time exact to the sample.

Runs in the voices' processes; the engine is imported when it first speaks, never by the server.
"""

from __future__ import annotations

import hashlib
import re
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from io import StringIO
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
ATTACHED, PREFIX, SUFFIX, FIGURE, DONE = {"助詞", "助動詞", "記号"}, "接頭詞", "接尾", "数", "サ変接続"
"""The engine's names for what is lit together with the word before or after it."""
SILENCES = {"pau", "sp", "unk"}
"""What the engine writes for signs: a pause, a space, something it does not know."""
_FULL = 32768.0
BREATH = 1440
"""Samples of the silence before the first word that are kept: 30 ms, and the word itself begins softly."""


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
        samples = (self._engine.synthesize(labels)[self._hush(labels) :] / _FULL).astype(np.float32)
        return Sound(samples, self._engine.get_sampling_frequency(), lambda: self._timed(labels, pieces))

    def times(self, heard: str) -> tuple[Word, ...]:
        """The words' times without the sound, at the cost of about the sound. Raises Silent."""
        return self._timed(*self._read(heard))

    def end(self) -> None:
        """Let go of the engine; its memory is freed."""
        for loaded in ("_engine", "_jtalk"):
            self.__dict__.pop(loaded, None)

    def _timed(self, labels: Sequence[str], pieces: Sequence[Piece]) -> tuple[Word, ...]:
        # At its own speed the length of each label does not depend on its neighbours, so that lengths of labels
        # spoken alone sum up to the whole sentence, to the sample.
        rate = self._engine.get_sampling_frequency() / 1000
        lengths = [len(self._engine.synthesize([label])) for label in labels]
        lengths[0] -= self._hush(labels)
        return tuple(_words(pieces, [length / rate for length in lengths]))

    def _hush(self, labels: Sequence[str]) -> int:
        """Samples left out at the start: the voice is silent for a third of a second, and who has tapped waits."""
        return max(0, len(self._engine.synthesize(labels[:1])) - BREATH)

    def _read(self, heard: str) -> tuple[list[str], list[Piece]]:
        pyopenjtalk = _library()
        features, morphs = self._front(heard)
        mapping = pyopenjtalk.make_phoneme_mapping(features, morphs, caller_text=heard, jtalk=self._jtalk)
        labels = self._jtalk.make_label(features)
        if not labels:
            raise Silent("nothing in it can be spoken")
        return labels, list(_pieces(mapping, labels, len(heard)))

    def _front(self, heard: str) -> tuple[Any, Any]:
        pyopenjtalk = _library()
        if not heard.strip() or len(heard) > LONGEST:
            raise Silent("empty or too long")
        try:
            with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # its own affair with Sudachi
                front: tuple[Any, Any] = pyopenjtalk.run_frontend_detailed(heard, jtalk=self._jtalk)
                return front
        except (RuntimeError, ValueError) as error:
            raise Silent(type(error).__name__) from None

    @cached_property
    def _jtalk(self) -> Any:
        pyopenjtalk = _library()
        from pyopenjtalk.openjtalk import OpenJTalk

        paths = ",".join(str(path) for path in self.dictionaries).encode()
        protected = [True] * len(self.dictionaries)
        return OpenJTalk(pyopenjtalk.OPEN_JTALK_DICT_DIR, paths, protected)

    @cached_property
    def _engine(self) -> Any:
        pyopenjtalk = _library()
        from pyopenjtalk.htsengine import HTSEngine

        return HTSEngine(pyopenjtalk.DEFAULT_HTS_VOICE)


def _library() -> Any:
    """The engine's package, without what it prints about a neighbour we do without."""
    if "pyopenjtalk" not in sys.modules:
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            import pyopenjtalk  # noqa: F401
    return sys.modules["pyopenjtalk"]


def _pieces(mapping: Sequence[Any], labels: Sequence[str], length: int) -> Iterator[Piece]:
    """The text cut into words, each with the labels it sounds for, in order.

    The silence at the start is the first word's; a pause after a word, and the silence at the end, are that word's.
    """
    sounds = [PHONEME.search(label)[1] for label in labels]  # type: ignore[index]
    words: list[list[int]] = [[0, 1]]  # where each starts and how many labels it has
    at, before = 1, None
    for morpheme in mapping:
        taken = _taken(morpheme["phonemes"], sounds, at)
        silent = words[-1][1] == (len(words) == 1)  # a sign that nobody hears begins the next word
        if before and not silent and not _follows(morpheme, before):
            words.append([morpheme["char_span"][0], 0])
        words[-1][1] += taken
        at, before = at + taken, morpheme
    words[-1][1] += len(labels) - at
    ends = [start for start, _ in words[1:]] + [length]
    for (start, count), end in zip(words, ends, strict=True):
        yield Piece(start, end, count)


def _follows(morpheme: Any, before: Any) -> bool:
    """Whether a morpheme is lit with the one before it: a particle, a sign, an ending, the next digit of a figure.

    A digit the engine has put in has no place of its own.
    """
    start, end = morpheme["char_span"]
    if end == start or before["pos"] == PREFIX or before["surface"] in LEADING:
        return True
    if morpheme["surface"] in LEADING:
        return False
    kinds = (morpheme["pos_group1"], before["pos_group1"])
    doing = morpheme["orig"] == "する" and kinds[1] == DONE
    return morpheme["pos"] in ATTACHED or kinds[0] == SUFFIX or kinds == (FIGURE, FIGURE) or doing


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
