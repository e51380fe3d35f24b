"""What is asked is strict, what is told may grow, and both languages stand in every description."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from portal.api.v1.shapes.both import ENGLISH, Asked, Both, Told, about


class Wish(Asked):
    """A wish."""

    what: str = about("何を", "What", format="date")


class News(Told):
    """News."""

    what: str


def test_what_is_asked_is_strict() -> None:
    for body in ('{"what": 1}', '{"what": "a", "more": 1}'):
        with pytest.raises(ValidationError):
            Wish.model_validate_json(body)


def test_what_is_told_may_grow() -> None:
    assert News.model_validate({"what": "a", "more": 1}).model_dump() == {"what": "a", "more": 1}


def test_a_field_has_its_description_in_both_languages() -> None:
    told = Wish.model_json_schema()["properties"]["what"]
    assert (told["description"], told[ENGLISH], told["format"]) == ("何を", "What", "date")


def test_all_but_english_is_japanese() -> None:
    words = Both("はい", "yes")
    assert [words.told(language) for language in ("ja", "en", "ja-simple")] == ["はい", "yes", "はい"]
