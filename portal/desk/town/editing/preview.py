"""A preview: what a change would put in the place of what, for residents in each of their languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from portal.desk.town.editing.channels import channel_shown
from portal.desk.town.editing.field import CHANNELS, DAYS, WORDS, Field
from portal.desk.town.editing.part import Part
from portal.language.dates import shown
from portal.language.words import LANGUAGES, OTHERS, SOURCE, InLanguages, Words, say, words_for
from portal.municipalities import Municipality

HERE, KNOWN = say("ここに書いた訳"), say("前からある訳")
NOTHING = say("（なし）")


class Told(NamedTuple):
    """A text in one language: its own name and html's, the words, whether they stay Japanese, where they are from."""

    name: str
    lang: str
    text: str
    japanese: bool
    origin: str


class Seen(NamedTuple):
    """One value: before and after, in each language where residents read it; languages whose words are those from
    before, though the Japanese ones are new.
    """

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    languages: tuple[Told, ...]
    old: tuple[str, ...]


def seen(part: Part, before: Municipality, after: Municipality, words: Words) -> list[Seen]:
    """Every value of a part that a change makes another."""
    return [
        _seen(field, part.value(before, field), part.value(after, field), words)
        for field in part.fields
        if field.kept(part.value(before, field)) != field.kept(part.value(after, field))
    ]


def lines(field: Field, value: Any, words: Words) -> tuple[str, ...]:
    """A value as people at the desk read it."""
    if field.kind == CHANNELS:
        return tuple(channel_shown(channel, words) for channel in value)
    if field.kind == DAYS:
        return tuple(shown(day, words) for day in sorted(value)) or (words(NOTHING),)
    return (f"{value}{words(field.unit) if field.unit else ''}",)


def _seen(field: Field, before: Any, after: Any, words: Words) -> Seen:
    told = tuple(_told(after, words)) if field.kind == WORDS else ()
    old = tuple(_old(before, after)) if field.kind == WORDS else ()
    return Seen(words(field.label), lines(field, before, words), lines(field, after, words), told, old)


def _told(text: str, words: Words) -> Iterator[Told]:
    for language in LANGUAGES:
        told = words_for(language.code)(text)
        beside = isinstance(text, InLanguages) and language.code in text.beside
        japanese = language.code != SOURCE and not beside and told == text
        origin = "" if japanese or language.code == SOURCE else words(HERE if beside else KNOWN)
        yield Told(language.own_name, SOURCE if japanese else language.html_lang, told, japanese, origin)


def _old(before: str, after: str) -> Iterator[str]:
    """Languages by their own names whose words were left as they were."""
    if isinstance(before, InLanguages) and isinstance(after, InLanguages) and str(before) != str(after):
        names = {language.code: language.own_name for language in LANGUAGES}
        same = (code for code in OTHERS if code in after.beside and before.beside.get(code) == after.beside[code])
        yield from (names[code] for code in same)
