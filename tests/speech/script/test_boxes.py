"""Boxes: what stands in them, told once, at the last box of an answer."""

from __future__ import annotations

from collections.abc import Mapping

from portal.speech.script.boxes import Boxes, Reading, is_typed
from portal.speech.script.seen import Element, page

FORM = """<form><input type="radio" name="era" value="showa" checked><input type="radio" name="era" value="heisei">
<input name="year" value=" 10 "><input name="month" value="4"><textarea name="more"></textarea>
<input type="hidden" name="seen" value="x"><input type="file" name="photo" value="1"></form>"""


def form(html: str = FORM) -> Element:
    """A form."""
    (found,) = page(html)
    return found


def test_what_is_typed_and_ticked_goes_to_the_reader_together() -> None:
    asked: list[Mapping[str, str]] = []
    boxes = Boxes(form(), lambda typed: asked.append(typed) or ())  # type: ignore[func-returns-value]
    assert not boxes.readings
    assert asked == [{"era": "showa", "year": "10", "month": "4", "more": ""}]


def test_an_answer_is_told_at_its_last_box() -> None:
    boxes = Boxes(form(), lambda typed: [Reading(("year", "month"), "ジュウネン シガツ")])
    year, month, more = boxes.typed
    assert boxes.told_at(year) == ("", "")
    assert boxes.told_at(month) == ("10 4", "ジュウネン シガツ")
    assert boxes.told_at(more) == ("", "")


def test_what_no_kind_can_read_is_told_as_it_stands() -> None:
    boxes = Boxes(form(), lambda typed: ())
    assert boxes.told_at(boxes.typed[0]) == ("10", "")


def test_empty_boxes_ask_nobody() -> None:
    asked: list[Mapping[str, str]] = []
    boxes = Boxes(form("<form><input name='a'></form>"), lambda typed: asked.append(typed) or ())  # type: ignore[func-returns-value]
    assert boxes.are_empty
    assert not boxes.readings
    assert not asked


def test_only_boxes_for_writing_are_typed_into() -> None:
    assert [one.get("name") for one in form().within() if is_typed(one)] == ["year", "month", "more"]
