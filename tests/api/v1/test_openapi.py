"""The description is valid, complete, and true of every real answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_spec_validator import validate
from starlette.routing import Mount, Route

from portal.api.v1 import routes
from portal.api.v1.kinds import KINDS
from portal.api.v1.openapi import description
from portal.api.v1.operations import OPERATIONS
from tests.api.given import Office


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_is_valid_openapi(language: str) -> None:
    validate(description(language))


def test_every_route_is_described_and_every_description_has_its_route(office: Office) -> None:
    (mount,) = routes(office.house)
    assert isinstance(mount, Mount)
    real = {f"/api{route.path}": route.methods - {"HEAD"} for route in mount.routes if isinstance(route, Route)}
    told = {path: {method.upper() for method in methods} for path, methods in description()["paths"].items()}
    assert told == real
    assert len({operation.id for operation in OPERATIONS}) == len(OPERATIONS)


def test_every_problem_is_described() -> None:
    assert KINDS.keys() <= description()["components"]["responses"].keys()


def texts(told: Any) -> Iterator[tuple[str, str]]:
    """Every text for people: its key and itself."""
    if isinstance(told, list):
        for each in told:
            yield from texts(each)
    elif isinstance(told, dict):
        for key, each in told.items():
            if key in {"description", "summary", "x-description-en"} and isinstance(each, str):
                yield key, each
            yield from texts(each)


NAMES = {"OpenAPI 3.1", "HTTP status"}


def test_it_speaks_japanese_and_english() -> None:
    japanese = re.compile("[ぁ-んァ-ン一-龠]")
    ours, theirs = list(texts(description())), list(texts(description("en")))
    assert len([key for key, _ in ours if key == "x-description-en"]) == len([k for k, _ in ours if k == "description"])
    assert not [t for key, t in ours if key != "x-description-en" and not japanese.search(t) and t not in NAMES]
    assert not [t for _, t in theirs if japanese.search(t) or not t]
