"""What need not be looked at or asked twice on one walk.

Only while a walk is under way is anything remembered: a check that is called by itself always looks anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from playwright.sync_api import CDPSession, Page

T = TypeVar("T")


@dataclass
class _Memory:
    looked_at: set[Hashable] = field(default_factory=set)
    told: dict[str, Any] = field(default_factory=dict)


_memories: dict[Page, _Memory] = {}
_lines: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()


@contextmanager
def way(page: Page) -> Iterator[Callable[[], None]]:
    """Remember for the length of a walk; to be called whenever the page comes to another state."""
    _memories[page] = _Memory()
    try:
        yield lambda: _memories[page].told.clear()
    finally:
        del _memories[page]


def once(page: Page, what: str, ask: Callable[[Page], T]) -> T:
    """What the page tells in this state, asked by the first check that wants to know."""
    memory = _memories.get(page)
    if memory is None:
        return ask(page)
    if what not in memory.told:
        memory.told[what] = ask(page)
    found: T = memory.told[what]
    return found


def is_new(page: Page, *kind: Hashable) -> bool:
    """Whether nothing of this kind was looked at on this walk; from now on something was."""
    memory = _memories.get(page)
    if memory is None:
        return True
    if kind in memory.looked_at:
        return False
    memory.looked_at.add(kind)
    return True


def line(page: Page) -> CDPSession:
    """A line of one's own to the browser of this page; it stays open as long as the page."""
    if page not in _lines:
        _lines[page] = page.context.new_cdp_session(page)
    return _lines[page]
