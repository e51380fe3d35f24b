"""What does not fit into a model, in words: pydantic's are in English and for programmers of Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from portal.api.v1.problems import Amiss
from portal.api.v1.shapes.both import Both

WORDS = {
    "missing": Both("これが要ります。", "This is needed."),
    "extra_forbidden": Both(
        "このキーは、ありません。つづりを確かめてください。", "There is no such key; check its spelling."
    ),
    "string_type": Both("文字列で書いてください。", "Write a string."),
    "bool_type": Both("true か false を書いてください。", "Write true or false."),
    "int_type": Both("整数を書いてください。", "Write a whole number."),
    "list_type": Both("配列で書いてください。", "Write an array."),
    "tuple_type": Both("配列で書いてください。", "Write an array."),
    "dict_type": Both("オブジェクトで書いてください。", "Write an object."),
    "model_type": Both("オブジェクトで書いてください。", "Write an object."),
    "string_too_long": Both("{max_length} 文字までで書いてください。", "Write {max_length} characters at most."),
    "string_too_short": Both("{min_length} 文字以上書いてください。", "Write {min_length} characters at least."),
    "too_long": Both("{max_length} 個までにしてください。", "Send {max_length} at most."),
    "too_short": Both("{min_length} 個以上入れてください。", "Send {min_length} at least."),
    "literal_error": Both("{expected} のうちの一つを書いてください。", "Write one of {expected}."),
    "string_pattern_mismatch": Both("{pattern} の形で書いてください。", "Write it as {pattern}."),
    "date_from_datetime_parsing": Both("2026-11-20 のように書いてください。", "Write it like 2026-11-20."),
    "date_parsing": Both("2026-11-20 のように書いてください。", "Write it like 2026-11-20."),
    "date_type": Both("2026-11-20 のように書いてください。", "Write it like 2026-11-20."),
}
OTHERWISE = Both(
    "この値は読めません。説明にある形で書いてください。", "This cannot be read; write it as the description has it."
)


def amiss(findings: Iterable[Mapping[str, Any]], body: Any, language: str) -> list[Amiss]:
    """Findings of pydantic in a body, in a language.

    Where a value may have one of two shapes pydantic tells how it fits neither: what is deeper inside is nearer to
    what was meant.
    """
    told = [(_place(found, body), found) for found in findings]
    inside = {place[:n] for place, _ in told for n in range(len(place))}
    return [Amiss(pointer(*place), _words(found, language)) for place, found in told if place not in inside]


def _place(found: Mapping[str, Any], body: Any) -> tuple[str | int, ...]:
    """Where it is in the body, without the names of shapes that pydantic puts between."""
    steps = list[str | int]()
    for step in found["loc"]:
        try:
            body = body[step]
        except (LookupError, TypeError):
            continue
        steps.append(step)
    return (*steps, found["loc"][-1]) if found["type"] == "missing" else tuple(steps)


def _words(found: Mapping[str, Any], language: str) -> str:
    return WORDS.get(found["type"], OTHERWISE).told(language).format(**found.get("ctx", {}))


def pointer(*steps: str | int) -> str:
    """A JSON pointer as a fragment (RFC 6901)."""
    return "#" + "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)
