"""The contract of a check: what it protects, how it looks, and the faults it must find.

A check is one file in a11y/checks with `CHECK = Check(...)`; its name is the file's. It looks in one of
three ways: at a page in one state, along a whole way in a browser of its own, or into the sources. What it
finds are sentences that name the element and what is wrong with it. It leaves the page as it found it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from playwright.sync_api import Page

from portal.language.words import BESIDE, KANA, SOURCE
from portal.preferences import CONTRAST, Preferences

LOOKS = ("standard", "high", "dark", "forced-colors", "reduced-motion", "print")
"""The first three are our own contrast choice; the others are what the person's system asks for."""


@dataclass(frozen=True)
class Variant:
    """How a page is shown: language, text size in per cent, look; `beside` is what its reader wants beside the words
    besides what the language brings by itself: Japanese ("ja"), or kana above kanji ("kana")."""

    language: str = "ja"
    text: int = 100
    look: str = "standard"
    beside: str = ""

    def __str__(self) -> str:
        return f"{self.preferences.reads(self.language) if self.beside else self.language} {self.text}% {self.look}"

    @classmethod
    def read(cls, told: str) -> Variant:
        """The variant called so: "en+ja 300 dark". Raises ValueError."""
        tongue, text, look = told.split()
        language, _, beside = tongue.partition(BESIDE)
        return cls(language, int(text.strip("%")), look, beside)

    @property
    def preferences(self) -> Preferences:
        """What such a reader has chosen of the portal's own."""
        contrast = self.look if self.look in CONTRAST else CONTRAST[0]
        kana = self.beside == KANA or None
        return Preferences(self.text, contrast, both=self.beside == SOURCE, kana=kana)

    @property
    def both(self) -> bool:
        """Whether two languages stand beside each other."""
        return bool(self.preferences.also_in(self.language))

    @property
    def kana(self) -> bool:
        """Whether kana stand above kanji."""
        return self.preferences.beside(self.language) == KANA


@dataclass(frozen=True)
class State:
    """A page as one person may meet it: "kyufukin/birth-date", "in error", and how it is shown."""

    page: str
    name: str
    variant: Variant = Variant()

    def __str__(self) -> str:
        return f"{self.page}, {self.name} [{self.variant}]"


Opened = Callable[..., Page]
"""opened(variant=Variant(), **wishes) gives a page in a browser context of its own; the wishes are Playwright's."""
Look = Callable[[Page, State], Iterable[str]]
Way = Callable[[Opened, Mapping[str, Any]], Iterable[str]]
"""Takes a journey of pages.yaml: service, picks."""
Read = Callable[[Mapping[str, str]], Iterable[str]]
"""Takes the sources: path from the top of the house → text."""


@dataclass(frozen=True)
class Fault:
    """A fault put in on purpose. `script` runs on the page (for a way: on every page, before anything else);
    `sources` replace files (for a check that reads). `page`, `state` say where it is put."""

    name: str
    script: str = ""
    page: str = "status"
    state: str = "as it opens"
    variant: Variant = Variant()
    sources: Mapping[str, str] = field(default_factory=dict)


def everywhere(_state: State) -> bool:
    """The check looks at every state."""
    return True


@dataclass(frozen=True)
class Check:
    """One of `look`, `way` and `read` is given."""

    protects: str
    criteria: tuple[str, ...]
    faults: tuple[Fault, ...]
    look: Look | None = None
    way: Way | None = None
    read: Read | None = None
    at: Callable[[State], bool] = everywhere


@cache
def checks() -> Mapping[str, Check]:
    """Every check by its name: the files in a11y/checks."""
    names = sorted(found.name for found in iter_modules([str(Path(__file__).with_name("checks"))]))
    return {name: import_module(f"a11y.checks.{name}").CHECK for name in names}
