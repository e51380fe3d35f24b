"""A text of a town for people: in Japanese, or in several languages where its author wrote them beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, ValidatorFunctionWrapHandler, WrapValidator

from portal.language.words import CODES, OTHERS, SOURCE, InLanguages


def _in_languages(given: Any, whole: ValidatorFunctionWrapHandler) -> str:
    """`平日…`, or `{ja: 平日…, en: Weekdays…}`; languages that are left out are told from the catalogues."""
    if isinstance(given, InLanguages):
        given = {SOURCE: str(given), **given.beside}
    if not isinstance(given, Mapping):
        return str(whole(given))
    if unknown := [str(code) for code in given if code not in CODES]:
        raise ValueError(f"has no language {', '.join(unknown)}; there are {', '.join(CODES)}")
    if SOURCE not in given:
        raise ValueError(f"says no {SOURCE}; every text is in Japanese first")
    return together({code: str(whole(text)) for code, text in given.items()})


def together(told: Mapping[str, str]) -> str:
    """Words by language as one text; the inverse of `written`."""
    beside = {code: told[code] for code in OTHERS if code in told}
    return InLanguages(told[SOURCE], beside) if beside else told[SOURCE]


Note = Annotated[str, WrapValidator(_in_languages)]
"""Japanese words, or none; `InLanguages` where others stand beside them."""
Text = Annotated[str, Field(min_length=1), WrapValidator(_in_languages)]
"""The same, where there must be some."""


def written(text: str) -> str | dict[str, str]:
    """A text as a file or a change keeps it."""
    return {SOURCE: str(text), **text.beside} if isinstance(text, InLanguages) else text
