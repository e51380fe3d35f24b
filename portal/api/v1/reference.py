"""The description for people: one page on our own server, in Japanese or English, made from the same document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from portal.api.v1.openapi import description, kinds
from portal.api.v1.operations import OPERATIONS
from portal.api.v1.problems import MEDIA_TYPE
from portal.api.v1.shapes.both import Both

Json = dict[str, Any]
WORDS = {
    "title": Both("Yorisoi の API", "The API of Yorisoi"),
    "skip": Both("本文へ", "To the content"),
    "contents": Both("できること", "What it can do"),
    "scopes": Both("scope（システムができること）", "Scopes: what a system may do"),
    "scope": Both("要る scope", "Scope needed"),
    "parameters": Both("アドレスとヘッダー", "Address and headers"),
    "takes": Both("送るもの", "What is sent"),
    "gives": Both("返るもの", "What comes back"),
    "answers": Both("返事の種類", "Answers"),
    "problems": Both("うまくいかないとき", "When something goes wrong"),
    "more": Both("くわしく見る", "In detail"),
    "required": Both("要ります", "needed"),
    "others": Both("このほかのページ", "Other pages"),
    "program": Both("プログラムのための説明（OpenAPI 3.1）", "The description for programs (OpenAPI 3.1)"),
    "accessibility": Both("ウェブアクセシビリティ", "Web accessibility"),
}
PROBLEMS = {operation.id: kinds(operation) for operation in OPERATIONS}
"""By their names: what to do about each stands once, at the end of the page."""
OTHER = {"ja": ("en", "English"), "en": ("ja", "日本語")}


@cache
def told(language: str) -> Json:
    """What templates/api/reference.html is told."""
    whole = description(language)
    flows = whole["components"]["securitySchemes"]["oauth"]["flows"]["clientCredentials"]
    return {
        "language": language,
        "words": {name: words.told(language) for name, words in WORDS.items()},
        "other": OTHER[language],
        "about": _paragraphs(whole["info"]["description"]),
        "scopes": [_field(name, says) for name, says in flows["scopes"].items()],
        "operations": [
            _operation(whole, path, method, operation)
            for path, methods in whole["paths"].items()
            for method, operation in methods.items()
        ],
        "problems": [
            _field(f"{name}", response["description"]) for name, response in whole["components"]["responses"].items()
        ],
    }


def _operation(whole: Json, path: str, method: str, operation: Json) -> Json:
    needed = [scope for each in operation["security"] for scope in each.get("oauth", ())]
    fine = next(response for status, response in operation["responses"].items() if status < "300")
    body = operation.get("requestBody", {}).get("content", {})
    return {
        "id": operation["operationId"],
        "says": operation["summary"],
        "more": _paragraphs(operation.get("description", "")),
        "method": method.upper(),
        "path": path,
        "scope": ", ".join(needed),
        "parameters": [
            _field(each["name"], each["description"], required=each.get("required", False))
            for each in operation.get("parameters", ())
        ],
        "takes": [*_fields(whole, next(iter(body.values()), {}))],
        "answers": [*_answers(operation)],
        "problems": PROBLEMS[operation["operationId"]],
        "gives": [_field(*_first(fine)), *_fields(whole, next(iter(fine["content"].values())))],
    }


def _first(fine: Json) -> tuple[str, str]:
    return ", ".join(fine["content"]), fine["description"]


def _answers(operation: Json) -> Iterator[Json]:
    """The answers that are no problems of ours."""
    for status, response in operation["responses"].items():
        if "description" in response and MEDIA_TYPE not in response.get("content", {}):
            yield _field(status, response["description"])


def _fields(whole: Json, content: Json) -> Iterator[Json]:
    """The keys of a body, with the shapes they lead to by name."""
    name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
    schema = whole["components"]["schemas"].get(name, {})
    for key, each in schema.get("properties", {}).items():
        yield _field(key, each.get("description", ""), _type(each), key in schema.get("required", ()))


def _type(schema: Json) -> str:
    """A schema in a word or two."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return " | ".join(filter(None, map(_type, schema["anyOf"])))
    if "items" in schema:
        return f"[{_type(schema['items'])}]"
    if "enum" in schema or "const" in schema:
        return " | ".join(map(str, schema.get("enum", [schema.get("const")])))
    return str(schema.get("format") or schema.get("type", ""))


def _field(name: str, says: str, type: str = "", required: bool = False) -> Json:
    return {"name": name, "says": says.split("`"), "type": type, "required": required}


def _paragraphs(text: str) -> list[list[str]]:
    """Its paragraphs; every second part of one is what one types."""
    return [line.split("`") for line in text.splitlines() if line]
