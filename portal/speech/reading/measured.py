"""Measured: how many words, sentences, names and places are read as people expect; the list is terms.yaml."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from portal.registries import opened
from portal.speech.normal import said
from portal.speech.reading.places import Served
from portal.speech.reading.sound import alike

TERMS = Path(__file__).parent / "data" / "terms.yaml"
MUNICIPALITIES = "市区町村"
"""The section of all municipalities of Japan, by the post's kana."""
Kana = Callable[[str], str]
VoiceIn = Callable[[Sequence[Served]], Kana]
"""The voice as it reads in these towns."""


@dataclass(frozen=True)
class Listed:
    """A town of the list; it is where its places are."""

    code: str
    name: str
    kana: str


class Result(NamedTuple):
    """One line of the list: its section, what is seen, what people expect to hear, what they hear."""

    section: str
    seen: str
    expected: str
    read: str

    @property
    def right(self) -> bool:
        """Whether it sounds as expected."""
        return alike(self.expected, self.read)


def measured(voice_in: VoiceIn) -> Iterator[Result]:
    """Every line of the list, then every municipality. Needs the registries to be open."""
    terms: dict[str, Any] = yaml.load(TERMS.read_text(encoding="utf-8"), yaml.CSafeLoader)
    kana = voice_in(())
    for section, words in terms["words"].items():
        yield from (_result(section, seen, expected, kana) for seen, expected in words.items())
    for person in terms["people"]:
        heard = said(person["seen"], "ja", person["names"]).heard
        yield Result("名前", person["seen"], person["read"], kana(heard))
    for town in terms["towns"]:
        there = voice_in([Listed(town["code"], town["name"], town["kana"])])
        yield from (_result(town["name"], seen, expected, there) for seen, expected in town["words"].items())
    for known in opened().municipality_codes.all():
        yield _result(MUNICIPALITIES, known.name, known.name_kana, kana)


def _result(section: str, seen: Any, expected: str, kana: Kana) -> Result:
    return Result(section, str(seen), expected, kana(said(str(seen), "ja").heard))


def totals(results: Iterable[Result]) -> dict[str, tuple[int, int]]:
    """Right and all, by section."""
    counted: dict[str, tuple[int, int]] = {}
    for result in results:
        right, all = counted.get(result.section, (0, 0))
        counted[result.section] = right + result.right, all + 1
    return counted
