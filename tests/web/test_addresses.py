"""Addresses: every page has one, and every address its page."""

from __future__ import annotations

import pytest

from portal.resident import DOORS
from portal.web.addresses import PATTERNS, address, page_at

PARTS = {"service": "cash", "step": "born", "person": "p1", "file": "0d1e", "ticket": "x.mp3", "code": "1-2"}
PARTS |= {"number": "4827-1936-52", "what": "all", "token": "abc-DEF_0"}


def test_every_page_has_a_door_and_every_door_an_address() -> None:
    assert DOORS.keys() == PATTERNS.keys()


@pytest.mark.parametrize("name", PATTERNS)
def test_there_and_back(name: str) -> None:
    wanted = {key: part for key, part in PARTS.items() if "{" + key + "}" in PATTERNS[name]}
    path = address(name, "ja", "town", **wanted)
    assert page_at(path.removeprefix("/ja/town/")) == (name, wanted)


@pytest.mark.parametrize(
    "rest",
    [
        "nothing",
        "a/b/",
        "a/b/c/d",
        "a/b/picture/",
        "a/b/c/d/e",
        "a/withdraw/1",
        "a/bundle/1",
        "own/",
        "ask/",
        "//",
        "a//c",
        "/a",
    ],
)
def test_what_is_no_page(rest: str) -> None:
    assert page_at(rest) is None


def test_a_strange_part_cannot_leave_its_place() -> None:
    assert address("step", "ja", "town", service="cash", step="../x?y#z") == "/ja/town/cash/..%2Fx%3Fy%23z"
