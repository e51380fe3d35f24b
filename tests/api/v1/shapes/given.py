"""What holds an answer against the description that is served."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from portal.api.v1.openapi import description


def true_of(schema: str, answer: Any) -> None:
    """Hold a real answer against the description; no key may be missing there."""
    whole = {"$ref": f"#/components/schemas/{schema}", "components": closed(description()["components"])}
    Draft202012Validator(whole, format_checker=FormatChecker()).validate(answer)


def closed(told: Any) -> Any:
    """The same schemas, in which no key may come that is not described."""
    if isinstance(told, list):
        return [closed(each) for each in told]
    if not isinstance(told, dict):
        return told
    shut = {key: closed(each) for key, each in told.items()}
    return shut | {"additionalProperties": False} if isinstance(told.get("properties"), dict) else shut
