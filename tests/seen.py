"""Where each message is seen: looked for on every page that is walked past, and kept in locales/seen.json.

A message is found as the whole of an element, its values whatever they are, or else within one. The narrowest place
counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser

from portal.language.marks import plain
from portal.language.translating.faults import VALUES
from portal.language.translating.messages import DOMAINS, catalogue, of_catalogue
from portal.language.translating.seen import FILE
from portal.language.words import LOCALES, OTHERS

PLACES = {
    "button": "button",
    **dict.fromkeys(("h1", "h2", "h3"), "heading"),
    **dict.fromkeys(("label", "legend", "dt", "th"), "label"),
    **dict.fromkeys(("summary",), "summary"),
    "a": "link",
}
RANKS = ("button", "heading", "label", "summary", "link", "text", "name")
"""From the narrowest place to the widest; a name is told to those who cannot see."""
TOLD = ("aria-label", "aria-description", "title", "alt")
UNSEEN = {"script", "style", "head"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LONGEST, SHORTEST = 1500, 5
"""Signs of an element that is looked at, and of a message that may be found within one."""
WITHIN = {"text", "name"}
"""Places that may hold several messages."""
Where = tuple[str, str, str]
"""Page, state, place."""
Ordered = list[tuple[tuple[str, str], Where]]


@dataclass
class Elements(HTMLParser):
    """`found` has the words of each element and its place."""

    found: list[tuple[str, str]] = field(default_factory=list)
    _open: list[tuple[str, str, list[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.extend((bare(value or ""), "name") for name, value in attrs if name in TOLD or name[:5] == "data-")
        if tag not in VOID:
            around = self._open[-1][1] if self._open else "text"
            self._open.append((tag, PLACES.get(tag, around), []))

    def handle_data(self, data: str) -> None:
        if not any(tag in UNSEEN for tag, _, _ in self._open):
            for _, _, words in self._open:
                words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if any(one == tag for one, _, _ in self._open):
            while True:
                one, place, words = self._open.pop()
                self.found.append((bare("".join(words)), place))
                if one == tag:
                    return


def bare(text: str) -> str:
    """Words without the spaces in them."""
    return "".join(plain(text).split())


@dataclass
class Looked:
    """All texts that were met, each where it stood first in its narrowest place."""

    texts: dict[tuple[str, str], Where] = field(default_factory=dict)

    def look(self, page: str, state: str, html: str) -> None:
        """Take the texts of a page."""
        elements = Elements()
        elements.feed(html)
        for text, place in elements.found:
            if 0 < len(text) <= LONGEST:
                self.texts.setdefault((text, place), (page, state, place))

    def places(self, messages: Iterable[str]) -> Iterator[tuple[str, Where]]:
        """Where each message is; those that were not met are left out."""
        ordered = sorted(self.texts.items(), key=lambda one: (RANKS.index(one[1][2]), len(one[0][0])))
        whole: dict[str, Where] = {}
        for (text, _), where in ordered:
            whole.setdefault(text, where)
        for message in messages:
            if found := whole.get(bare(message)) or self._within(message, ordered, whole):
                yield message, found

    def _within(self, message: str, ordered: Ordered, whole: dict[str, Where]) -> Where | None:
        """A message whose values are filled in; or one that is only a part of what an element says."""
        parts = VALUES.sub("\0", bare(message)).split("\0")
        longest = max(parts, key=len)
        wanted = re.compile(".{1,80}?".join(map(re.escape, parts)))
        if len(parts) > 1 and longest:
            for text, where in whole.items():
                if longest in text and wanted.fullmatch(text):
                    return where
        if len(longest) < SHORTEST:
            return None
        among = (where for (text, _), where in ordered if longest in text and wanted.search(text))
        return next((where for where in among if where[2] in WITHIN), None)


def messages() -> list[str]:
    """Every Japanese text of the pages."""
    told = (one for domain in DOMAINS for one in of_catalogue(domain, catalogue(OTHERS[0], domain)))
    return [*dict.fromkeys(one.source[0] for one in told)]


def keep(looked: Looked) -> tuple[int, int]:
    """Write where each is; how many were met, of how many."""
    every = messages()
    found = {message: list(where) for message, where in sorted(looked.places(every))}
    written = partial(json.dumps, ensure_ascii=False)
    lines = ",\n".join(f"{written(message)}: {written(where)}" for message, where in found.items())
    (LOCALES / FILE).write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
    return len(found), len(every)
