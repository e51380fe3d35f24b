"""One table with its picture; what may not be told stands in neither."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from portal.desk.overview.section import Cell, Head, section
from portal.language.words import say, words_for

HEAD = Head("h", say("ことば"), say("ことば"))
VISIT: Any = cast(Any, SimpleNamespace(say=words_for("ja")))


def test_what_is_hidden_leaves_no_trace_in_the_picture_or_its_words() -> None:
    found = section(VISIT, HEAD, [Cell("甲", 41), Cell("乙", 7), Cell("丙", 3)], share=True)
    assert [row.told for row in found.rows] == ["41件（80%）", "非公開", "非公開"]
    assert [row.number for row in found.rows] == ["41", "非公開", "非公開"]
    assert [row.bar.width for row in found.rows] == ["100.00%", "4.00%", "4.00%"]
    assert found.most == "いちばん多いのは、甲で41件（80%）です。"


def test_nothing_and_too_little_are_told_apart() -> None:
    none, few = section(VISIT, HEAD, [Cell("甲", 0)]), section(VISIT, HEAD, [Cell("甲", 4), Cell("乙", 0)])
    assert (none.rows, none.few) == ((), False)
    assert (few.rows, few.few) == ((), True)
    ones = [Cell(str(n), 1) for n in range(6)]
    assert section(VISIT, HEAD, ones).few, "all of them 1, and nothing else to hide"


def test_days_stand_side_by_side_and_the_ends_are_told() -> None:
    found = section(VISIT, HEAD, [Cell("1日", 6), Cell("2日", 0), Cell("3日", 9)], days=True)
    assert len(found.columns) == 3
    assert found.ends == ("1日", "3日")
    assert "くらべられません" in section(VISIT, HEAD, [Cell("1日", 3), Cell("2日", 3)]).most
