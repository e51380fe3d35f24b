"""What does not fit is told in words a caller can act on, never in pydantic's."""

from __future__ import annotations

import re
from typing import Annotated, Literal

import pytest
from pydantic import Field, ValidationError

from portal.api.v1.entrance.amiss import OTHERWISE, WORDS, amiss, pointer
from portal.api.v1.shapes.both import Asked


class Order(Asked):
    """Something to order."""

    what: Literal["tea", "rice"]
    notes: Annotated[list[Annotated[str, Field(min_length=1, max_length=3)]], Field(max_length=1)] = Field(default=[])


@pytest.mark.parametrize(
    ("body", "where", "said"),
    [
        ("{}", "#/what", "これが要ります。"),
        ('{"what": "gin"}', "#/what", "'tea' or 'rice' のうちの一つを書いてください。"),
        ('{"what": "tea", "a/b": 1}', "#/a~1b", WORDS["extra_forbidden"].ja),
        ('{"what": "tea", "notes": ["long!"]}', "#/notes/0", "3 文字までで書いてください。"),
        ('{"what": "tea", "notes": [""]}', "#/notes/0", "1 文字以上書いてください。"),
        ('{"what": "tea", "notes": ["a", "b"]}', "#/notes", "1 個までにしてください。"),
        ('{"what": "tea", "notes": 1}', "#/notes", WORDS["list_type"].ja),
        ("[]", "#", WORDS["model_type"].ja),
    ],
)
def test_each_mistake_has_its_place_and_its_way_out(body: str, where: str, said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Order.model_validate_json(body)
    found = amiss(caught.value.errors()[0], "ja")
    assert (found.pointer, found.detail) == (where, said)
    assert not re.search("[ぁ-ん]", amiss(caught.value.errors()[0], "en").detail)


def test_what_nobody_thought_of_is_told_as_well() -> None:
    assert amiss({"type": "new", "loc": (1,)}, "en").detail == OTHERWISE.en


def test_a_pointer_escapes() -> None:
    assert pointer("a~b", 0) == "#/a~0b/0"
