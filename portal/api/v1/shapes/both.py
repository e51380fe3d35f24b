"""What programmers are told, in both languages: Japanese, and English beside it."""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

ENGLISH = "x-description-en"
"""The key under which a description has its English beside it."""


class Both(NamedTuple):
    """One text in Japanese and in English."""

    ja: str
    en: str

    def told(self, language: str) -> str:
        """The text for a reader of a language; Japanese for all but English."""
        return self.en if language == "en" else self.ja

    def description(self) -> dict[str, str]:
        """The text as a description has it."""
        return {"description": self.ja, ENGLISH: self.en}


def about(ja: str, en: str, **more: Any) -> Any:
    """A field with its description; `format` is JSON Schema's, which is told and not checked."""
    form = {"format": more.pop("format")} if "format" in more else {}
    return Field(description=ja, json_schema_extra={ENGLISH: en, **form}, **more)


class Told(BaseModel):
    """What a caller is told. Built when first used: a server nobody asks pays nothing for it."""

    model_config = ConfigDict(extra="allow", defer_build=True)


class Asked(BaseModel):
    """What a caller says: no key more, no other type."""

    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)
