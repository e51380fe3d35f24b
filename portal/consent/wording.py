"""The words a person agrees to, exactly as they were shown, and their hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import rfc8785

from portal.catalogue.version import Version
from portal.language.words import SOURCE


@dataclass(frozen=True)
class Wording:
    """The act and its statements in the language shown; `source` is the Japanese text, which prevails."""

    language: str
    shown: dict[str, Any]
    source: dict[str, Any]

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the words shown, as canonical JSON (RFC 8785)."""
        return digest(self.shown)

    @cached_property
    def source_hash(self) -> str:
        """SHA-256 of the Japanese words."""
        return digest(self.source)


def digest(words: Any) -> str:
    """SHA-256 of canonical JSON (RFC 8785) in hex."""
    return hashlib.sha256(rfc8785.dumps(words)).hexdigest()


def wording(version: Version, language: str) -> Wording:
    """The wording of a version's consent in a language, put together once."""
    if (language, "wording") not in version.kept:
        version.kept[language, "wording"] = Wording(language, _texts(version, language), _texts(version, SOURCE))
    found: Wording = version.kept[language, "wording"]
    return found


def _texts(version: Version, language: str) -> dict[str, Any]:
    return version.told(language).service.consent.model_dump(mode="json")
