"""What all kinds share."""

from __future__ import annotations

import pytest

from portal.answers.answer_type import Problems
from portal.answers.kind import Kind, one_line, printable
from tests.answers.given import TODAY, ask


def test_one_part_and_no_buttons() -> None:
    assert Kind().parts(ask("text")) == ("value",)
    assert Kind().assists == ()
    assert Kind().limits == {}


def test_nothing_typed_names_the_question() -> None:
    with pytest.raises(Problems) as caught:
        Kind().read({"value": " 　"}, ask("text"), TODAY)
    (problem,) = caught.value.found
    assert problem.part == "value"
    assert ask("text").words(problem.message) == "「伝えたいこと」を書いてください。"


def test_a_kind_must_tell_how_it_is_read() -> None:
    with pytest.raises(AssertionError, match="Kind does not tell"):
        Kind().read({"value": "x"}, ask("text"), TODAY)


def test_signs_no_keyboard_sends_are_left_out() -> None:
    assert printable({"value": "山\x00田\ud800\x85\n二\t三\r"}) == {"value": "山田\n二\t三\r"}


@pytest.mark.parametrize("typed", [" 山田\r\n花子 ", "山田\u2028花子", "　山田\n花子\n"])
def test_one_line_stays_one_line(typed: str) -> None:
    assert one_line(typed) == "山田 花子"


UNSEEN = {
    "no width": "\u200b\u200d",
    "a filler": "\u3164",
    "braille nothing": "\u2800",
    "an accent alone": "\u0301",
    "none left": "\x07\u200b",
}


@pytest.mark.parametrize("typed", UNSEEN.values(), ids=UNSEEN.keys())
def test_a_text_nobody_can_see_is_no_text(typed: str) -> None:
    assert printable({"value": typed}) == {"value": ""}


SEEN = ["葛\U000e0100飾", "👨\u200d👩\u200d👧", "ー", "Nguye\u0302\u0303n", "・", "עברית\u200f"]


@pytest.mark.parametrize("typed", SEEN)
def test_what_belongs_to_a_name_stays(typed: str) -> None:
    assert printable({"value": typed}) == {"value": typed}


def test_nobody_turns_a_clerks_line_around() -> None:
    assert printable({"value": "山田\u202e9876\u202c\u2067x\u2069"}) == {"value": "山田9876x"}
