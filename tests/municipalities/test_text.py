"""A text of a town: Japanese, or several languages beside each other; every mistake tells how to mend it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from portal.language.words import InLanguages, words_for
from portal.municipalities.text import Text, written

text = TypeAdapter(Text).validate_python


def test_plain_words_stay_plain() -> None:
    assert type(text("平日")) is str
    assert type(text({"ja": "平日"})) is str
    assert written(text("平日")) == "平日"


def test_others_stand_beside_the_japanese() -> None:
    both = text({"en": "Weekdays", "ja": "平日"})
    assert both == "平日"
    assert words_for("en")(both) == "Weekdays"
    assert written(both) == {"ja": "平日", "en": "Weekdays"}
    assert isinstance(text(both), InLanguages), "a town that is laid over keeps them"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"en": "Weekdays"}, "says no ja"),
        ({"ja": "平日", "xx": "?"}, "has no language xx"),
        ({"ja": ""}, "at least 1"),
        ({"ja": "平日", "en": ""}, "at least 1"),
        ("", "at least 1"),
        (8, "valid string"),
    ],
)
def test_what_is_no_text_is_refused(given: Any, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        text(given)
