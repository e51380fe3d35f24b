"""Said: what is seen, what is heard, and which sign stands for which."""

from __future__ import annotations

import pytest

from portal.speech.said import Said


def test_a_sentence_may_be_heard_as_it_is_seen() -> None:
    assert Said.as_seen("住民票") == Said("住民票", "住民票", (0, 1, 2))


@pytest.mark.parametrize(
    ("heard", "seen"), [((0, 2), (0, 2)), ((2, 5), (2, 4)), ((3, 4), (2, 3)), ((5, 7), (4, 6)), ((9, 9), (5, 6))]
)
def test_a_heard_part_leads_back_to_what_is_seen(heard: tuple[int, int], seen: tuple[int, int]) -> None:
    said = Said("9:30から", "9時30分から", (0, 1, 2, 2, 3, 4, 5))
    assert said.span(*heard) == seen


def test_silence_stands_for_nothing() -> None:
    assert Said("★", "", ()).span(0, 1) == (0, 0)
