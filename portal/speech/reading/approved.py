"""Approved readings: every published sentence in Japanese with the kana somebody has read, kept beside its words.

`services/<service>/readings.kana` beside a service's files, `municipalities/readings.kana` for the towns,
`locales/readings.kana` for the pages. The kana is what the voice makes of the sentence; it is never mended by hand,
but by the lexicon, a rule, or a mark where the sentence stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from babel.messages.pofile import read_po

from portal.catalogue.load import SERVICES, load
from portal.catalogue.words import texts, translated
from portal.language.marks import plain
from portal.language.words import LOCALES, words_for
from portal.municipalities import Municipality
from portal.municipalities.municipality import DATA
from portal.speech.published import cut, of_town
from portal.speech.reading.samples import filled

LANGUAGES = ("ja", "ja-simple")
NAME = "readings.kana"
Kana = Callable[[str], str]
"""How a voice reads what it is given."""
Sentences = Mapping[str, Mapping[str, str]]
"""By language: a sentence as it is seen, its {places} open, and the same with its marks of reading."""
Readings = Mapping[str, Mapping[str, str]]
"""By language: a sentence as it is seen, and its kana."""


class Difference(NamedTuple):
    """A sentence that is read otherwise than was approved; "" where it is new, or said no more."""

    file: Path
    language: str
    seen: str
    approved: str
    read: str


def published(towns: Iterable[Municipality]) -> dict[Path, Sentences]:
    """Every published sentence in Japanese, by the file that keeps its reading, in the order of its source."""
    known = tuple(towns)
    found: dict[Path, dict[str, dict[str, str]]] = {}
    for version in load(known).versions:
        for language in LANGUAGES:
            told = translated(version.data, words_for(language).marked, version.data.get("figures", {}))
            _add(found, SERVICES / version.service / NAME, language, (text for _, text in texts(told)))
    for town in known:
        for language in LANGUAGES:
            _add(found, DATA.parent / NAME, language, map(words_for(language).marked, of_town(town)))
    for language in LANGUAGES:
        _add(found, LOCALES / NAME, language, _pages(language))
    return dict(found)


def _add(found: dict[Path, dict[str, dict[str, str]]], file: Path, language: str, told: Iterable[str]) -> None:
    sentences = found.setdefault(file, {}).setdefault(language, {})
    for text in told:
        for marked in cut(text):
            sentences.setdefault(plain(marked), marked)


def _pages(language: str) -> Iterator[str]:
    """The pages' sentences: the Japanese source is the key of every catalogue."""
    with (LOCALES / LANGUAGES[1] / "LC_MESSAGES" / "portal.po").open("rb") as file:
        for message in filter(lambda message: message.id, read_po(file)):
            told = message.id if language == LANGUAGES[0] else message.string or ""
            yield from [told] if isinstance(told, str) else told


def read(sentences: Sentences, kana: Kana) -> Readings:
    """What a voice makes of sentences now."""
    return {
        language: {seen: kana(filled(marked, language).heard) for seen, marked in of_language.items()}
        for language, of_language in sentences.items()
    }


def differences(file: Path, now: Readings) -> Iterator[Difference]:
    """What is read otherwise than the file has approved, is new, or is said no more."""
    approved = kept(file)
    for language in LANGUAGES:
        old, new = approved.get(language, {}), now.get(language, {})
        for seen in (*new, *(seen for seen in old if seen not in new)):
            if old.get(seen, "") != new.get(seen, "") or seen not in old or seen not in new:
                yield Difference(file, language, seen, old.get(seen, ""), new.get(seen, ""))


def kept(file: Path) -> Readings:
    """The readings a file keeps: a line for the language, then a line for each sentence and one for its kana."""
    readings: dict[str, dict[str, str]] = {}
    if not file.is_file():
        return readings
    lines = iter(file.read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line.startswith("# "):
            of_language = readings.setdefault(line[2:], {})
        elif line:
            of_language[line] = next(lines).strip()
    return readings


def keep(file: Path, readings: Readings) -> None:
    """Write a file anew."""
    parts = (
        "\n".join((f"# {language}", *(f"{seen}\n    {kana}" for seen, kana in of_language.items())))
        for language, of_language in readings.items()
    )
    file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
