"""What accounts share: the holder, lines and voices."""

from __future__ import annotations

from typing import Any

import pytest

from portal.answers.account import account_lines, account_spoken, holder_spoken, read_holder
from portal.language.words import words_for

ACCOUNT: dict[str, Any] = {
    "bank": {"code": "0001", "name": "みずほ銀行"},
    "branch": {"code": "240", "name": "新宿支店"},
    "account_kind": "savings",
    "number": "0123456",
    "holder": "ヤマダ ショウジ",
}
HOLDERS = {
    "hiragana": ("やまだ しょうじ", "ヤマダ ショウジ"),
    "as printed": ("ﾔﾏﾀﾞ ｼﾖｳｼﾞ", "ヤマダ シヨウジ"),
    "wide space": ("ヤマダ　ショウジ", "ヤマダ ショウジ"),
    "Latin letters": ("Smith John", "SMITH JOHN"),
    "a company": ("（カ）ヤマダ", "(カ)ヤマダ"),
}


@pytest.mark.parametrize(("typed", "kept"), HOLDERS.values(), ids=HOLDERS.keys())
def test_a_holder_as_the_passbook_has_it(typed: str, kept: str) -> None:
    assert read_holder(typed) == (kept, None)


@pytest.mark.parametrize("typed", ["", "山田正二", "1234567", "ヤマダ様"])
def test_what_is_no_holder(typed: str) -> None:
    problem = read_holder(typed)[1]
    assert problem is not None
    assert "カタカナで書" in problem.text


def test_both_writings_of_the_holder_are_shown_where_they_differ() -> None:
    words = words_for("ja")
    assert account_lines(ACCOUNT, words)[2:] == ("貯蓄 0123456", "ヤマダ ショウジ（ﾔﾏﾀﾞ ｼﾖｳｼﾞ）")
    assert account_lines({**ACCOUNT, "holder": "SMITH JOHN"}, words)[3] == "SMITH JOHN"


def test_an_account_is_heard_digit_by_digit() -> None:
    assert "ゼロ イチ ニイ サン ヨン ゴオ ロク" in account_spoken(ACCOUNT, words_for("ja"))
    assert "0 1 2 3 4 5 6, Yamada Shouji" in account_spoken(ACCOUNT, words_for("en"))
    assert holder_spoken({"holder": "SMITH"}, words_for("en")) == "SMITH"
