"""Reading costs in proportion to what was typed: twice the text, at most about twice the calls; a flood costs nothing.

Calls are counted, not time: the same on every machine. What happens inside one call is bounded by the length it is
given (`kind.LONGEST`) and by patterns in which no repetition repeats another (see test_any_text).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import FrameType
from typing import Any

import pytest

from portal.answers import KINDS
from portal.answers.answer_type import Problems
from portal.answers.kind import LONGEST
from tests.answers.given import TODAY
from tests.answers.test_any_text import question

HALF, FLOOD = LONGEST // 2, 100_000
ALLOWED, SMALL = 2.4, 400
"""How much more work twice the text may be; below so many calls nothing grows."""
REPEATED = (
    "1",
    "１",
    "0 ",
    "l-",
    "あ",
    "ー",
    "　",
    "(",
    "()",
    "（あ）",
    "十",
    "年月",
    "昭和",
    "山田 ",
    "〇",
    "@",
    "a.",
    "か\u3099",
)
REPEATED += ("1番", "東京都", "1-", "銀行 ", "様", "\u200d", "・", "090-1234-5678 ", "\n", "ゞ", "々")


def calls(kind: str, typed: Mapping[str, str], put: Any) -> int:
    """How many functions, of Python or of C, are called to read what was typed."""
    counted = 0

    def count(frame: FrameType, event: str, told: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        KINDS[kind].read(typed, put, TODAY)
    except Problems:
        pass
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("kind", KINDS)
class TestReading:
    def filled(self, kind: str, repeated: str, length: int) -> dict[str, str]:
        """Every box full of the same."""
        return dict.fromkeys(KINDS[kind].parts(question(kind)), (repeated * length)[:length])

    @pytest.mark.parametrize("repeated", REPEATED)
    def test_twice_the_text_is_twice_the_work(self, kind: str, repeated: str) -> None:
        put = question(kind)
        half, whole = (self.filled(kind, repeated, length) for length in (HALF, LONGEST))
        for typed in (half, whole):
            calls(kind, typed, put)  # what is remembered from the first time is no work
        once, twice = calls(kind, half, put), calls(kind, whole, put)
        assert twice <= max(SMALL, once * ALLOWED), (once, twice)

    def test_a_flood_is_turned_away_unread(self, kind: str) -> None:
        put = question(kind)
        for repeated in REPEATED:
            assert calls(kind, self.filled(kind, repeated, FLOOD), put) < SMALL, repeated


def test_work_that_grows_faster_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(self: object, typed: Mapping[str, str], ask: Any, today: Any) -> str:
        return "".join(typed["value"][:n].strip() for n in range(0, len(typed["value"]), 20) for _ in range(n))

    monkeypatch.setattr(type(KINDS["text"]), "understood", slow)
    put = question("text")
    assert calls("text", {"value": "1" * LONGEST}, put) > ALLOWED * calls("text", {"value": "1" * HALF}, put)
