"""A field: what stands in the boxes is read back as the file would have it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portal.desk.town.editing.field import DAYS, LINE, NUMBER, WORDS, Amiss, Field
from portal.language.words import InLanguages, say

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (LINE, "0000-00-0001"),
        (WORDS, "平日"),
        (WORDS, InLanguages("平日", {"en": "Weekdays", "ne": "x"})),
        (NUMBER, 48),
        (DAYS, frozenset({date(2026, 12, 28), date(2030, 1, 4)})),
        (DAYS, frozenset()),
    ],
)
def test_goes_into_the_boxes_and_back(kind: str, value: Any) -> None:
    field = Field("x", say("x"), kind=kind)
    assert field.read(field.typed(value), TODAY) == field.kept(value)


@pytest.mark.parametrize("typed", ["", "4.5", "-1", "四十八時間", "4 8"])
def test_a_number_is_digits(typed: str) -> None:
    with pytest.raises(Amiss):
        Field("x", say("x"), kind=NUMBER).read({"x": typed}, TODAY)
    assert Field("x", say("x"), kind=NUMBER).read({"x": " ４８ "}, TODAY) == 48
