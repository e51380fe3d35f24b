"""What comes in from translators: all of it or nothing, and never a Japanese word of ours.

A file that is right leaves the catalogues with its texts, `# reviewed: NAME, DAY` above what its reader has read. Of
one that is not, each mistake is told by its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from portal.language.translating.faults import Judge
from portal.language.translating.glossary import load
from portal.language.translating.messages import (
    ANY,
    DOMAINS,
    REVIEWED,
    Mistake,
    Told,
    Unit,
    catalogue,
    every,
    identity,
    of_catalogue,
    path,
    texts,
)
from portal.language.words import OTHERS

ALIKE = 0.6
"""How alike an old and a new text must be to be shown together (difflib's ratio)."""


@dataclass
class Taken:
    """What becomes of a language: its messages anew, which of them changed, which were read, and what is wrong."""

    language: str
    messages: dict[str, Told] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    mistakes: list[Mistake] = field(default_factory=list)


def taken(language: str, units: Iterable[Unit]) -> Taken:
    """Hold units against the messages of today; nothing is written. Raises OSError where a language has no files."""
    found = Taken(language)
    if language not in OTHERS:
        found.mistakes.append(Mistake(0, f"it is in {language or 'no language'}; there are {', '.join(OTHERS)}"))
        return found
    found.messages = {told.id: told for told in every(language)}
    lines = _put(found, list(units))
    found.mistakes.extend(_faults(found, lines))
    found.mistakes.sort()
    return found


def _put(found: Taken, units: list[Unit]) -> dict[str, int]:
    """Put the texts of the units in their places; the line of each message that has one in the file."""
    known = _known(found)
    lines: dict[str, int] = {}
    met: set[str] = set()
    for unit in units:
        if unit.id not in known:
            found.mistakes.append(Mistake(unit.line, _stale(unit, found)))
        elif unit.id in met:
            found.mistakes.append(Mistake(unit.line, f"it comes twice: 「{unit.source}」"))
        for id, n in known.get(unit.id, ()) if unit.id not in met else ():
            sources = found.messages[id].source
            if unit.source != sources[min(n, len(sources) - 1)]:
                found.mistakes.append(Mistake(unit.line, f"the file has another Japanese text: it is 「{sources[0]}」"))
            elif unit.target:
                _one(found, unit, id, n)
                lines.setdefault(id, unit.line)
        met.add(unit.id)
    return lines


def _known(found: Taken) -> dict[str, list[tuple[str, int]]]:
    """Each id a unit may have: that of a message in its catalogue, or in whichever has it."""
    known: dict[str, list[tuple[str, int]]] = {}
    for told in found.messages.values():
        for id in (told.id, identity(ANY, told.of, told.source)):
            for n in range(len(told.translation)):
                known.setdefault(id if len(told.source) == 1 else f"{id}[{n}]", []).append((told.id, n))
    return known


def _one(found: Taken, unit: Unit, id: str, n: int) -> None:
    told = found.messages[id]
    if told.translation[n] != unit.target:
        anew = [*told.translation]
        anew[n] = unit.target
        found.messages[id] = replace(told, translation=tuple(anew))
        found.changed.add(id)
        if not unit.read:
            found.read.discard(id)
    if unit.read and (n == 0 or id in found.read):
        found.read.add(id)
    elif not unit.read:
        found.read.discard(id)


def _stale(unit: Unit, found: Taken) -> str:
    said = f"「{unit.source}」 is not in use any more"
    close = get_close_matches(unit.source, [told.source[0] for told in found.messages.values()], 1, ALIKE)
    return f"{said}; it may be 「{close[0]}」 now: export again" if close else f"{said}: take it out"


def _faults(found: Taken, lines: dict[str, int]) -> Iterator[Mistake]:
    """What is wrong with the whole language as it would be; a button that is called otherwise concerns others too."""
    called = {told.source[0]: told.translation[0] for told in found.messages.values() if told.translated}
    judge = Judge(found.language, called, load(found.language))
    for told in found.messages.values():
        if told.translated:
            for fault in judge.faults(told):
                yield Mistake(lines.get(told.id, 0), f"「{told.source[0]}」: {fault.words}")
        elif told.id in lines:
            yield Mistake(lines[told.id], f"「{told.source[0]}」: a text for one of its numbers is missing")


def write(found: Taken, reader: str) -> None:
    """Write the catalogues; `reader` is NAME, DAY. A catalogue is put in place whole, when both are written."""
    touched = {found.messages[id].domain for id in found.changed | found.read}
    made = {path(found.language, domain): _anew(domain, found, reader) for domain in DOMAINS if domain in touched}
    for place, content in made.items():
        place.with_suffix(".new").write_bytes(content)
    for place in made:
        place.with_suffix(".new").replace(place)


def _anew(domain: str, found: Taken, reader: str) -> bytes:
    """A catalogue with what was taken in; what was not stays as it is, sign by sign."""
    book, content = catalogue(found.language, domain), BytesIO()
    _into(book, domain, found, reader)
    write_po(content, book, width=0, ignore_obsolete=True)
    return content.getvalue()


def _into(book: Catalog, domain: str, found: Taken, reader: str) -> None:
    ids = {(told.of or None, told.source): told.id for told in of_catalogue(domain, book)}
    for message in book:
        id = ids.get((message.context, texts(message.id)), "")
        if id not in found.changed | found.read:
            continue
        told = found.messages[id].translation
        message.string = told[0] if isinstance(message.string, str) else told
        message.flags.discard("fuzzy")
        before = [comment for comment in message.user_comments if not comment.startswith(REVIEWED)]
        message.user_comments = [*before, f"{REVIEWED}{reader}"] if id in found.read else before
