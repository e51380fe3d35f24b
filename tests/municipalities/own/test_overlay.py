"""The overlay: what the desk says goes before the file; what does not fit a file any more holds nothing else up."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from portal.language.words import words_for
from portal.municipalities.own.changes import Change
from portal.municipalities.own.overlay import changed, department_of, fitting, laid_over, of, text_of
from tests.cases.given import KASUMIGAHAMA as FILE


def test_lists_and_texts_are_taken_whole() -> None:
    base = {"a": {"x": 1, "y": 2}, "text": {"ja": "あ", "en": "A"}, "list": [1, 2]}
    own = {"a": {"y": 3}, "text": {"ja": "い"}, "list": [3]}
    assert laid_over(base, own) == {"a": {"x": 1, "y": 3}, "text": {"ja": "い"}, "list": [3]}
    assert laid_over({"text": "あ"}, {"text": {"ja": "い", "en": "I"}}) == {"text": {"ja": "い", "en": "I"}}


def test_each_part_is_laid_where_it_belongs() -> None:
    town = changed(
        FILE,
        [
            Change("contacts", {"hours": {"ja": "平日", "en": "Weekdays"}}),
            Change("days", {"closed": ["2026-12-28"]}),
            Change("departments.welfare", {"limit": 48}),
        ],
    )
    assert words_for("en")(town.hours) == "Weekdays"
    assert [day.isoformat() for day in town.closed] == ["2026-12-28"]
    assert (town.departments["welfare"].limit, town.departments["residents"].limit) == (48, 24)
    assert (town.phone, town.name) == (FILE.phone, FILE.name)
    assert words_for("en")(changed(town, [Change("contacts", {"phone": "1"})]).hours) == "Weekdays"


def test_a_department_that_is_gone_is_passed_over() -> None:
    assert changed(FILE, [Change("departments.nothing", {"limit": 48})]) == FILE
    assert department_of("departments.nothing") == "nothing"
    assert department_of("contacts") == ""


def test_the_checks_are_those_of_the_file() -> None:
    with pytest.raises(ValidationError):
        changed(FILE, [Change("departments.welfare", {"limit": 0})])


def test_what_does_not_fit_is_left_out_alone() -> None:
    town, unfit = fitting(FILE, [Change("departments.welfare", {"limit": 0}), Change("contacts", {"phone": "1"})])
    assert (town.phone, town.departments["welfare"].limit) == ("1", 24)
    assert [*unfit] == ["departments.welfare"]


def test_texts_of_a_service_are_the_towns_own() -> None:
    part = of("texts", "kyufukin@2026-04-01")
    assert (department_of(part), text_of(part), text_of("contacts")) == ("", "kyufukin@2026-04-01", "")
    town = changed(FILE, [Change(part, {"contact": "x"}), Change("contacts", {"phone": "1"})])
    assert town.texts == {"kyufukin@2026-04-01": {"contact": "x"}}
    assert town.phone == "1"
    assert FILE.texts == {}
