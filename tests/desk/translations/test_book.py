"""Where a message stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from portal.desk.translations.book import LEFT, PROPOSED, RIGHT, standing
from portal.language.translating.messages import Told
from portal.language.translating.said import Said, mark

TOLD = Told("portal", ("次へ",), ("Tiếp tục",))


def test_a_word_counts_as_long_as_the_translation_stays(now: datetime) -> None:
    right, other = Said(mark(TOLD), (), "a", now), Said(mark(TOLD), ("Tiếp",), "a", now)
    assert [standing(TOLD, word) for word in (None, right, other)] == [LEFT, RIGHT, PROPOSED]
    assert standing(replace(TOLD, translation=("Tiếp",)), right) == LEFT


def test_what_was_read_elsewhere_is_read_here() -> None:
    read = replace(TOLD, reader="An, 2026-12-01")
    assert standing(read, None) == RIGHT
    assert standing(replace(read, fuzzy=True), None) == LEFT
