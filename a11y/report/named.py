"""What the statement calls the pages of a test: each by its heading, those of a kind by one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from a11y.pages import titles
from portal.desk.translations.names import PAGES
from portal.language.words import Say
from portal.resident.accessibility import KINDS, Tested

NOT_FOUND = "not-found"
"""What a visit to an installation calls a page that is not there."""


def named(pages: Mapping[str, int]) -> Iterator[Tested]:
    """Pages and in how many states, by names that residents know; those of an installation begin with their town.

    First what every town has, in the order in which a resident meets it, then each service, then what is of a kind.
    """
    found, states = Counter[str](), Counter[str]()
    for page, n in pages.items():
        name = _name(page)
        found[name] += 1
        states[name] += n
    kinds = [kind.text for kind in KINDS.values()]
    order = [*(text for text in map(_text, PAGES.values()) if text not in kinds), *titles().values(), *kinds]
    for name in sorted(found, key=order.index):
        yield Tested(name=name, pages=found[name], states=states[name])


def _name(page: str) -> str:
    own = page.partition(",")[0]
    first, _, below = own.partition("/")
    if first in KINDS:
        return KINDS[first].text
    if first in titles():
        return titles()[first]
    if own in PAGES:
        return _text(PAGES[own])
    if below:
        return _name(below)
    return KINDS["problem" if own == NOT_FOUND else "service"].text


def _text(heading: str | Say) -> str:
    return heading.text if isinstance(heading, Say) else heading
