"""What does not fit is told in words a caller can act on, never in pydantic's."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError

from portal.api.v1.entrance.amiss import OTHERWISE, WORDS, amiss, pointer
from portal.api.v1.shapes.both import Asked
from portal.api.v1.shapes.submission import Submission


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
    (found,) = amiss(caught.value.errors(), json.loads(body), "ja")
    assert (found.pointer, found.detail) == (where, said)
    assert not re.search("[ぁ-ん]", amiss(caught.value.errors(), json.loads(body), "en")[0].detail)


def test_what_nobody_thought_of_is_told_as_well() -> None:
    (found,) = amiss([{"type": "new", "loc": (1,)}], [0, 0], "en")
    assert (found.pointer, found.detail) == ("#/1", OTHERWISE.en)


@pytest.mark.parametrize(
    ("answers", "where"),
    [
        ({"name": 5}, {"#/answers/name"}),
        ({"name": {"value": 5}}, {"#/answers/name/value"}),
        ({"n" * 101: "x"}, {"#/answers/" + "n" * 101}),
    ],
    ids=["neither shape", "inside of one", "a key"],
)
def test_a_place_is_one_of_the_body(answers: dict[str, Any], where: set[str]) -> None:
    body = {"answers": answers, "consent": {"statements": [], "signed_on": "2026-11-01"}}
    with pytest.raises(ValidationError) as caught:
        Submission.model_validate_json(json.dumps(body))
    assert {found.pointer for found in amiss(caught.value.errors(), body, "ja")} == where


def test_a_pointer_escapes() -> None:
    assert pointer("a~b", 0) == "#/a~0b/0"
