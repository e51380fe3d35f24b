"""Lines: which words of an element stand on one line, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator

from portal.speech.script.runs import Piece
from portal.speech.script.seen import Element

UNDER_KANA = frozenset({"ruby", "one-line", "with-kana"})
"""Kanji with their kana and what keeps them on one line: no boxes, but the words of a sentence."""
INLINE = UNDER_KANA | {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "mark", "q", "rb", "s", "span", "strong"),
    *("sub", "sup", "time", "u", "var", "wbr"),
}
ALONE = frozenset({"must", "may"})
"""Classes of words that are no part of the sentence they stand beside."""
PRESSED = frozenset({"go", "second", "quiet", "back"})
"""Classes of links that are pressed like buttons."""


def items(element: Element, start: int, lang: str, own: bool = False) -> Iterator[Piece | Element | None]:
    """Words with their places in the run's element, elements that stand alone, and None for the end of a line."""
    apart = _is_in_parts(element)
    for child in element.children:
        if isinstance(child, str):
            yield Piece(child, start, lang, own)
            start += len(child)
            continue
        if child.is_hidden:
            pass
        elif child.tag == "br":
            yield None
        elif apart or _stands_alone(child):
            yield child
        else:
            yield from items(child, start, child.get("lang") or lang, own or child.is_own)
        start += len(child.text)


def _stands_alone(element: Element) -> bool:
    inline = element.tag in INLINE and not element.classes & ALONE and not is_pressed(element)
    return not inline or _is_in_parts(element)


def _is_in_parts(element: Element) -> bool:
    """Whether the words of an element are in several boxes of their own, none beside them: they are no one sentence."""
    if any(child.strip() if isinstance(child, str) else child.tag in UNDER_KANA for child in element.children):
        return False
    return sum(bool(child.seen.strip()) and not child.is_hidden for child in element.elements) > 1


def is_pressed(element: Element) -> bool:
    """Whether it is a button, or a link that looks like one."""
    if element.tag == "a":
        return bool(element.classes & PRESSED) and not element.get("href").startswith(("tel:", "mailto:"))
    return element.tag == "button"


def lang_of(element: Element) -> str:
    """The language an element is in, as html names it; "" where nothing says so."""
    at: Element | None = element
    while at is not None and not at.get("lang"):
        at = at.parent
    return at.get("lang") if at else ""


def flat(element: Element) -> str:
    """The words of an element on one line."""
    return " ".join(element.seen.split())
