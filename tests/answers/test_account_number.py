"""Account numbers, and what else people put into their box."""

from __future__ import annotations

import pytest

from portal.answers.account_number import bare_number, read_number
from portal.language.words import words_for

CODES = ("0001", "240")
READ = {
    "plain": ("1234567", "1234567"),
    "short": ("4567", "0004567"),
    "dashes": ("123-45-67", "1234567"),
    "behind its branch": ("240-1234567", "1234567"),
    "behind its bank and branch": ("0001-240-1234567", "1234567"),
    "in kanji": ("一二三四五六七", "1234567"),
}
ELSE = {
    "nothing": ("", "7けたまでの数字"),
    "a name": ("やまだ", "名前があるようです"),
    "a mixture": ("12a4567", "数字でないもの"),
    "noughts": ("0000000", "0だけではありません"),
    "a mobile telephone": ("09012345678", "電話番号のようです"),
    "a telephone": ("03-3210-9876", "電話番号のようです"),
    "a card": ("4111111111111111", "カードの番号のようです"),
    "a post code": ("〒100-0001", "郵便番号のようです"),
    "a post code without its sign": ("100-0001", "郵便番号のようです"),
    "a person's number": ("123456789018", "マイナンバーのようです"),
    "a birth date": ("19350401", "日付のようです"),
    "a branch": ("240", "支店の番号です"),
    "eight digits": ("12345678", "いまは8けた"),
}


@pytest.mark.parametrize(("typed", "kept"), READ.values(), ids=READ.keys())
def test_reads_what_people_type(typed: str, kept: str) -> None:
    assert read_number(typed, CODES) == (kept, None)


@pytest.mark.parametrize(("typed", "said"), ELSE.values(), ids=ELSE.keys())
def test_says_what_it_is_instead(typed: str, said: str) -> None:
    number, message = read_number(typed, CODES)
    assert number == ""
    assert message is not None
    assert said in words_for("ja")(message)


@pytest.mark.parametrize(
    ("typed", "bare", "kind"),
    [
        ("普通 1234567", "1234567", "ordinary"),
        ("（普）1234567", "1234567", "ordinary"),
        ("口座番号：1234567（本人）", "1234567", ""),
        ("当座No.1234567", "1234567", "checking"),
        ("1234567", "1234567", ""),
    ],
)
def test_what_stands_around_it(typed: str, bare: str, kind: str) -> None:
    assert bare_number(typed) == (bare, kind)
