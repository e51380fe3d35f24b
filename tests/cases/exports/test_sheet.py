"""A file that any spreadsheet opens, that runs nothing, and that loses no sign in silence."""

from __future__ import annotations

import csv
import io

import pytest

from portal.cases.exports.sheet import ENCODINGS, SHIFT_JIS, Missing, Sheet, harmless
from portal.cases.exports.signs import CODE_PAGE, Replaced

HEADS = ("受付番号", "名前")
TRICKS = [
    *('=HYPERLINK("http://evil.example")', "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM", "−1"),
    *("\t=1", "\r=1", "\n=1", "\r\n=1", " =1", "　=1", "\u200b=1", "\ufeff=1", "\x00=1", "\x85=1"),
]
TRICKS_ONCE_REPLACED = ["⁼1+1", "₌1", "⁺1", "₊1", "–1", "‒1", "⩵1", "\ufe00=1", "\U000e0100=1"]
"""What begins no formula until Shift_JIS, which has no such sign, takes the nearest."""
HARMLESS = ["山田", "1-2-3", "a@b.example", "090-1234-5678", "", "「=」", "（−）"]


def opened(file: bytes, encoding: str) -> list[list[str]]:
    """The rows as a spreadsheet reads them."""
    text = file.decode("utf-8-sig" if encoding == "utf-8" else CODE_PAGE)
    return [*csv.reader(io.StringIO(text, newline=""))]


@pytest.mark.parametrize("cell", TRICKS)
def test_nothing_in_a_cell_is_a_formula(cell: str) -> None:
    for encoding in ENCODINGS:
        (_, (_, found)) = opened(Sheet(HEADS, encoding).file([("1", cell)]), encoding)
        assert found[0] in "'／"
        assert not {*found} & {*"\t\r\n\x00\x85"}


@pytest.mark.parametrize("cell", TRICKS_ONCE_REPLACED)
def test_nothing_becomes_a_formula_by_being_replaced(cell: str) -> None:
    (_, (_, found)) = opened(Sheet(HEADS, SHIFT_JIS).file([("1", cell)]), SHIFT_JIS)
    assert found[0] == "'"


@pytest.mark.parametrize("cell", HARMLESS)
def test_the_rest_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


def test_a_row_is_one_line_whatever_was_typed() -> None:
    file = Sheet(HEADS).file([("1", 'a\r\nb\nc\u2028d,"e"'), ("2", "f")])
    assert file.startswith(b"\xef\xbb\xbf")
    assert file.count(b"\r\n") == file.count(b"\n") == 3
    assert opened(file, "utf-8") == [[*HEADS], ["1", 'a／b／c／d,"e"'], ["2", "f"]]


def test_what_shift_jis_cannot_hold_is_told_with_its_place() -> None:
    missing: list[Missing] = []
    file = Sheet(HEADS, SHIFT_JIS, missing.append).file([("4827", "𠮷田"), ("4828", "髙橋")])
    assert opened(file, SHIFT_JIS) == [[*HEADS], ["4827", "吉田"], ["4828", "髙橋"]]
    assert missing == [Missing("4827", "名前", Replaced("𠮷", "吉"))]
    assert missing[0].told == ("4827", "名前", "𠮷", "U+20BB7", "吉")
