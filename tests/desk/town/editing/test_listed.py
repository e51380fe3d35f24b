"""A list of texts: what stands in the boxes is read back; a condition is one of the file's or none."""

from __future__ import annotations

from datetime import date

import pytest

from portal.desk.town.editing.field import Amiss
from portal.desk.town.editing.listed import Line, Listed
from portal.language.words import InLanguages, say

TODAY = date(2026, 11, 24)
WHEN = {"filer": "proxy"}
FIELD = Listed("next", say("x"), conditions=(WHEN,))
LINES = [Line(InLanguages("あ", {"en": "A"}), {}), Line("い", WHEN)]
KEPT = [{"ja": "あ", "en": "A"}, {"text": "い", "when": WHEN}]


def test_goes_into_the_boxes_and_back() -> None:
    typed = FIELD.typed(LINES)
    assert typed["next.0.en"] == "A"
    assert FIELD.read(typed, TODAY) == FIELD.kept(LINES) == KEPT


def test_an_emptied_line_goes_and_the_others_keep_what_is_theirs() -> None:
    typed = FIELD.typed(LINES) | {"next.0": " ", "next.0.en": "", "next.5": "う"}
    assert FIELD.read(typed, TODAY) == [KEPT[1], "う"]
    assert FIELD.read({}, TODAY) == []


def test_a_condition_nobody_gave_it_is_none() -> None:
    typed = FIELD.typed(LINES) | {"next.1.when": '{"filer": "self"}'}
    assert FIELD.read(typed, TODAY)[1] == "い"


def test_one_box_more_is_offered_until_there_are_enough() -> None:
    assert [box.name for box in FIELD.offered({})] == ["next.0"]
    assert len(FIELD.offered({"next.0": "", "next.3": "x"})) == 5
    assert len(FIELD.offered({"next.9": "x", "next.12": "x"})) == 10


def test_japanese_is_asked_for_at_its_box() -> None:
    with pytest.raises(Amiss) as error:
        FIELD.read({"next.2.en": "x"}, TODAY)
    assert error.value.box == "next.2"
