"""What goes out to translators: each text with where it is seen, its picture, its terms and its English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from portal.language.translating import seen
from portal.language.translating.faults import VALUES
from portal.language.translating.glossary import Glossary, load
from portal.language.translating.messages import Told, Unit, every
from portal.language.translating.said import Said

ENGLISH = "en"


def units(language: str) -> list[Unit]:
    """Every text of a language. Raises OSError where it has no files."""
    glossary = load(language)
    english = {} if language == ENGLISH else {told.id: told for told in every(ENGLISH)}
    return [unit for told in every(language) for unit in of(told, notes(told, glossary, english.get(told.id)))]


def of(told: Told, notes: tuple[str, ...]) -> Iterator[Unit]:
    """The texts of one message: one for each number where it is counted."""
    for n, one in enumerate(told.translation):
        yield Unit(
            id=told.id if len(told.source) == 1 else f"{told.id}[{n}]",
            domain=told.domain,
            source=told.source[min(n, len(told.source) - 1)],
            target=one,
            read=bool(told.reader) and not told.fuzzy,
            line=told.line,
            places=told.places,
            notes=notes,
        )


def proposed(units: Iterable[Unit], said: Mapping[str, Sequence[tuple[str, Said]]]) -> Iterator[Unit]:
    """Only the texts that towns have said something of, by message: each town's name and word, the newest last.

    The newest word counts; a text it finds right goes out as read, and what each town said is noted.
    """
    for unit in units:
        id, _, n = unit.id.partition("[")
        at = int(n.rstrip("]") or 0)
        words = [(town, one.proposed[at] if one.proposed else "") for town, one in said.get(id, ())]
        if words:
            told = tuple(f"{town}: {text or 'this is right'}" for town, text in words)
            newest = words[-1][1]
            yield replace(unit, target=newest or unit.target, read=not newest, notes=(*unit.notes, *told))


def notes(told: Told, glossary: Glossary, english: Told | None) -> tuple[str, ...]:
    """What helps to translate it."""
    return tuple(filter(None, (_place(told), _of(told), _filled(told), _terms(told, glossary), _english(english))))


def _place(told: Told) -> str:
    if found := seen.places().get(told.source[0]):
        return f"Seen on {found.page} ({found.state}) as {found.place}; picture: {found.picture}"
    return f"Used in: {seen.used(told.places)}"


def _of(told: Told) -> str:
    return f"It is a word for: {told.of}" if told.of else ""


def _filled(told: Told) -> str:
    values = dict.fromkeys(value for text in told.source for value in VALUES.findall(text))
    return f"Filled in later, keep as it is: {', '.join(f'{{{value}}}' for value in values)}" if values else ""


def _terms(told: Told, glossary: Glossary) -> str:
    met = "; ".join(f"{term} = {called}" for term, called in glossary.within(told.source[0]).items())
    return f"Official terms: {met}" if met else ""


def _english(told: Told | None) -> str:
    return f"In English: {told.translation[0]}" if told and told.translated else ""
