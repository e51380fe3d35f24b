"""Boxes: what stands in the boxes of a form, told as one answer by its kind where it can be read, else box by box."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from portal.speech.script.seen import Element

TICKED = frozenset({"radio", "checkbox"})
_NOT_TYPED = TICKED | {"hidden", "file", "submit", "button", "image", "reset", "password"}


class Reading(NamedTuple):
    """An answer as its kind speaks it: the boxes it was typed into, and what is said."""

    boxes: tuple[str, ...]
    spoken: str


Reader = Callable[[Mapping[str, str]], Sequence[Reading]]
"""Reads what stands in the boxes of a form, by their names."""


class Boxes:
    """All boxes of one form."""

    def __init__(self, form: Element, read: Reader) -> None:
        self._read = read
        within = list(form.within())
        self.typed = [element for element in within if is_typed(element)]
        self._ticked = {
            one.get("name"): one.get("value") or "on"
            for one in within
            if one.tag == "input" and one.get("type") in TICKED and "checked" in one.attributes
        }

    @cached_property
    def readings(self) -> Sequence[Reading]:
        """What the kinds of answer make of the boxes; nothing while all are empty."""
        written = {one.get("name"): written_in(one) for one in self.typed}
        return self._read(self._ticked | written) if any(written.values()) else ()

    @property
    def are_empty(self) -> bool:
        """Whether nothing is written in any of them."""
        return not any(map(written_in, self.typed))

    def told_at(self, box: Element) -> tuple[str, str]:
        """What is to be said at a box: as it is written, and as its kind speaks it; nothing where it is told later."""
        reading = next((one for one in self.readings if box.get("name") in one.boxes), None)
        if reading is None:
            return written_in(box), ""
        together = [one for one in self.typed if one.get("name") in reading.boxes]
        if together[-1] is not box:
            return "", ""
        return " ".join(filter(None, map(written_in, together))), reading.spoken


def is_typed(element: Element) -> bool:
    """Whether somebody writes into it."""
    if element.tag == "textarea":
        return True
    return element.tag == "input" and element.get("type") not in _NOT_TYPED


def written_in(box: Element) -> str:
    """What stands in a box."""
    return (box.text if box.tag == "textarea" else box.get("value")).strip()
