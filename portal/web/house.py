"""The house a visit comes into: everything made once at start and shared by all visits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from portal.catalogue.offered import Catalogue
from portal.language.words import CODES
from portal.municipalities import Municipality
from portal.security.keys import Keys
from portal.settings import Settings
from portal.speech.sounds import Sounds
from portal.speech.voices.chosen import Voices
from portal.storage.database import Database
from portal.web.assets import Assets
from portal.web.kept import KeptPages

if TYPE_CHECKING:
    from portal.web.visit import Visit

Handler = Callable[["Visit"], "Answer"]


@dataclass(frozen=True)
class Answer:
    """What a visit gives back: a page, or the way to another one (`to`)."""

    body: bytes = b""
    status: int = 200
    encoding: str = ""
    media_type: str = "text/html; charset=utf-8"
    to: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Door:
    """One page of the portal: how it is shown and how a form sent to it is taken.

    `slow` doors (argon2id, paper) never run on the event loop. `abroad` ones wait for somebody else's server, `sounds`
    ones for voices, each in threads of their own; the latter read alone: a form sent there brings a page to be read
    aloud.
    """

    show: Handler
    take: Handler | None = None
    slow: bool = False
    abroad: bool = False
    sounds: bool = False


@dataclass
class House:
    """Made by `app`, handed to every visit; `catalogue` and `sounds` are replaced whole on reload, `towns` on renewal.

    `files` has the towns as their files say; `towns` as they stand, with what they have changed themselves.
    """

    settings: Settings
    keys: Keys
    database: Database
    towns: Mapping[str, Municipality]
    catalogue: Catalogue
    sounds: Sounds
    clock: Callable[[], datetime]
    doors: Mapping[str, Door] = field(default_factory=dict)
    assets: Assets = field(default_factory=Assets)
    kept: KeptPages = field(default_factory=KeptPages)
    files: Mapping[str, Municipality] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.files = self.files or self.towns

    @cached_property
    def voiceless(self) -> frozenset[str]:
        """The languages no voice of ours speaks."""
        voices = Voices.of_settings(self.settings)
        return frozenset(code for code in CODES if not voices.speaks(code))

    def told(self, language: str) -> dict[str, Any]:
        """What a page in a language is told of the house."""
        return {"asset": self.assets.path, "voiceless": language in self.voiceless}

    @property
    def lender(self) -> str:
        """The town, by its slug, at whose door the pages of no town are read aloud; "" while there is none."""
        return next(iter(self.towns), "")
