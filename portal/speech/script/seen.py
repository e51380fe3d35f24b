"""Seen: a page's HTML as a light tree, its elements numbered as the browser numbers them.

The HTML comes back from a browser, so it may be anything. Python's own parser takes minutes for some broken pages
(bpo-135661 in 3.11); this one reads every page once, from left to right, and refuses what is too large.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

from portal.language.phrases.page import bare

LONGEST = 400_000
"""Characters of one page; the longest of ours, all of its tables open, has a quarter of them."""
ELEMENTS = 20_000
DEEPEST = 60
"""Elements within elements; what lies deeper is taken to lie in the last of them."""
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)"
    r"(?P<told>(?:[\s/]++(?:[^\s\"'<>/=]++(?:=(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>`=]++))?+)?+)*+)>"
)
_TOLD = re.compile(r"([^\s\"'<>/=]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>`=]+)))?")
_LONG_NUMBER = re.compile("&#[xX]?[0-9a-fA-F]{8,}")
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
RAW = frozenset({"script", "style", "textarea", "title", "noscript"})
UNSEEN = frozenset({"script", "style", "template", "noscript", "audio", "rt", "rp", "title", "datalist"})
UNSAID = frozenset({"away", "skip", "beside"})
"""Classes of what is there for keys alone, and of the Japanese beside another language: it is for who sits beside."""
OWN = "data-own"
"""The attribute of elements whose words are somebody's own: an answer, a name, a number, what follows from them."""
ANSWER = "answer"
"""What it says where the lines in it are one answer."""


class TooMuch(ValueError):
    """The page is larger than any of ours."""


@dataclass(eq=False)
class Element:
    """One element: `at` is its place among all elements of the page, root first, in the order of the document."""

    tag: str
    at: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute's text, "" without it."""
        return self.attributes.get(name, "")

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes."""
        return frozenset(self.get("class").split())

    @property
    def is_own(self) -> bool:
        """Whether what is in it is somebody's own, though other words may look the same."""
        return OWN in self.attributes

    @property
    def is_answer(self) -> bool:
        """Whether it holds the lines of one answer."""
        return self.tag == "dd" or self.get(OWN) == ANSWER

    @cached_property
    def text(self) -> str:
        """All text within, as the browser's textContent has it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def elements(self) -> Iterator[Element]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def within(self) -> Iterator[Element]:
        """Every element inside, in the order of the document."""
        for child in self.elements:
            yield child
            yield from child.within()

    @property
    def is_hidden(self) -> bool:
        """Whether nobody sees it where it stands."""
        told = self.attributes
        if self.tag in UNSEEN or "hidden" in told or self.get("aria-hidden") == "true" or self.classes & UNSAID:
            return True
        if self.tag == "input" and self.get("type") == "hidden":
            return True
        closed = self.parent is not None and self.parent.tag == "details" and "open" not in self.parent.attributes
        return closed and self.tag != "summary"

    @cached_property
    def seen(self) -> str:
        """The text within that is seen."""
        seen = (child if isinstance(child, str) else "" if child.is_hidden else child.seen for child in self.children)
        return bare("".join(seen))


def page(html: str) -> list[Element]:
    """The outermost elements of a piece of HTML. Raises TooMuch."""
    if len(html) > LONGEST:
        raise TooMuch
    root = Element("", -1)
    stack, count, at = [root], 0, 0
    for tag in _tags(html):
        _write(stack[-1], html[at : tag.start()])
        at = tag.end()
        name = tag["name"].lower()
        if tag["close"]:
            _close(stack, name)
            continue
        made = Element(name, count, _attributes(tag["told"]), stack[-1])
        count += 1
        if count > ELEMENTS:
            raise TooMuch
        stack[-1].children.append(made)
        if name not in VOID and len(stack) <= DEEPEST:
            stack.append(made)
    _write(stack[-1], html[at:])
    return list(root.elements)


def _tags(html: str) -> Iterator[re.Match[str]]:
    """Every tag; none within what is no HTML, like a script."""
    at = 0
    while tag := _TAG.search(html, at):
        yield tag
        at = tag.end()
        name = tag["name"].lower()
        if name in RAW and not tag["close"]:
            close = re.compile(f"</{name}", re.IGNORECASE).search(html, at)
            at = close.start() if close else len(html)


def _close(stack: list[Element], name: str) -> None:
    """End the innermost open element of that name; an end without a beginning ends nothing."""
    for n in range(len(stack) - 1, 0, -1):
        if stack[n].tag == name:
            del stack[n:]
            return


def _write(element: Element, text: str) -> None:
    if text:
        element.children.append(_plain(text))


def _attributes(told: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, double, single, plain in _TOLD.findall(told):
        found.setdefault(name.lower(), _plain(double or single or plain))
    return found


def _plain(text: str) -> str:
    """Text without HTML's ways of writing letters; numbers no letter has are left out, Python refuses to read them."""
    return unescape(_LONG_NUMBER.sub("", text)) if "&" in text else text
