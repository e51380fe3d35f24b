"""The house: made once, shared by every visit."""

from __future__ import annotations

from portal.resident import DOORS
from portal.web.house import Answer, Door, House
from tests.resident.conftest import house

__all__ = ["house"]


def test_every_page_has_somebody_who_shows_it(house: House) -> None:
    assert house.doors is DOORS
    assert all(callable(door.show) for door in house.doors.values())


def test_only_doors_that_stretch_codes_look_among_all_sentences_or_set_paper_are_slow() -> None:
    assert {name for name, door in DOORS.items() if door.slow} == {"resume", "later", "reading", "paper"}


def test_an_answer_is_a_page_unless_it_says_otherwise() -> None:
    assert (Answer().status, Answer().media_type) == (200, "text/html; charset=utf-8")
    assert Door(lambda _: Answer()).take is None
