"""A preview: what a change would put in the place of what, for residents in each of their languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from portal.catalogue.words import filled
from portal.desk.town.editing.channels import channel_shown
from portal.desk.town.editing.field import CHANNELS, DAY, DAYS, WORDS, Field
from portal.desk.town.editing.listed import NUMBERED, Listed
from portal.desk.town.editing.part import Part
from portal.language.dates import shown
from portal.language.marks import plain
from portal.language.words import LANGUAGES, OTHERS, SOURCE, InLanguages, Words, say, words_for
from portal.municipalities import Municipality

HERE, KNOWN = say("ここに書いた訳"), say("前からある訳")
NOTHING, MEASURED = say("（なし）"), say("{n}{unit}")


class Told(NamedTuple):
    """A text in one language: its own name and html's, the words, whether they stay Japanese, where they are from."""

    name: str
    lang: str
    text: str
    japanese: bool
    origin: str


class Seen(NamedTuple):
    """One value: before and after, in each language where residents read it; languages whose words are those from
    before, though the Japanese ones are new. `before` and `after` are empty for a text of a list told before.
    """

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    languages: tuple[Told, ...]
    old: tuple[str, ...]


def seen(part: Part, before: Municipality, after: Municipality, words: Words) -> list[Seen]:
    """Every value of a part that a change makes another."""
    figures = part.figures(after)
    return [
        told
        for field in part.fields
        if field.kept(part.value(before, field)) != field.kept(part.value(after, field))
        for told in _seen(field, part.value(before, field), part.value(after, field), words, figures)
    ]


def lines(field: Field, value: Any, words: Words) -> tuple[str, ...]:
    """A value as people at the desk read it."""
    if field.kind == CHANNELS:
        return tuple(channel_shown(channel, words) for channel in value)
    if isinstance(field, Listed):
        rows = (row for line in value for row in plain(str(line.text)).splitlines())
        return (*rows,) or (words(NOTHING),)
    if field.kind in {DAY, DAYS}:
        days = ([value] if value else []) if field.kind == DAY else sorted(value)
        return tuple(shown(day, words) for day in days) or (words(NOTHING),)
    told = plain(f"{value}")
    if told and field.unit:
        return (words(MEASURED, n=told, unit=words(field.unit)),)
    return (told or words(NOTHING),)


def _seen(field: Field, before: Any, after: Any, words: Words, figures: Mapping[str, int]) -> Iterator[Seen]:
    """A value; of a list, what is new of it besides."""
    listed, label = isinstance(field, Listed), words(field.label)
    told = tuple(_told(after, words, figures)) if field.kind == WORDS and after and not listed else ()
    old = tuple(_old(before, after)) if field.kind == WORDS and not listed else ()
    yield Seen(label, lines(field, before, words), lines(field, after, words), told, old)
    if isinstance(field, Listed):
        known = field.kept(before)
        for n, line in enumerate(after):
            if field.kept([line])[0] not in known:
                named = words(NUMBERED, label=label, n=n + 1)
                was = before[n].text if n < len(before) else ""
                yield Seen(named, (), (), tuple(_told(line.text, words, figures)), tuple(_old(was, line.text)))


def _told(text: str, words: Words, figures: Mapping[str, int]) -> Iterator[Told]:
    for language in LANGUAGES:
        found = words_for(language.code)(text)
        told = filled(found, figures)
        beside = isinstance(text, InLanguages) and language.code in text.beside
        japanese = language.code != SOURCE and not beside and found == plain(str(text))
        origin = "" if japanese or language.code == SOURCE else words(HERE if beside else KNOWN)
        yield Told(language.own_name, SOURCE if japanese else language.html_lang, told, japanese, origin)


def _old(before: str, after: str) -> Iterator[str]:
    """Languages by their own names whose words were left as they were."""
    if isinstance(before, InLanguages) and isinstance(after, InLanguages) and str(before) != str(after):
        names = {language.code: language.own_name for language in LANGUAGES}
        same = (code for code in OTHERS if code in after.beside and before.beside.get(code) == after.beside[code])
        yield from (names[code] for code in same)
