"""What accounts share: the holder, lines and voices."""

from __future__ import annotations

from typing import Any

import pytest

from portal.answers.account import account_doubts, account_lines, account_spoken, holder_spoken, kind_of
from portal.language.words import words_for

ACCOUNT: dict[str, Any] = {
    "bank": {"code": "0001", "name": "みずほ銀行"},
    "branch": {"code": "240", "name": "新宿支店"},
    "account_kind": "savings",
    "number": "0123456",
    "holder": "ヤマダ ショウジ",
}


@pytest.mark.parametrize(
    ("text", "id"), [("普通", "ordinary"), ("総合口座", "ordinary"), ("当座", "checking"), ("savings", "savings")]
)
def test_the_kind_of_account_by_what_passbooks_call_it(text: str, id: str) -> None:
    assert kind_of(text) == id


def test_no_kind_of_account() -> None:
    assert kind_of("定期") == kind_of("") == ""


DOUBTED = {
    "nothing": ({}, []),
    "a holder longer than a transfer carries": ({"holder": "アイウエオ" * 7}, ["holder-long"]),
    "marks of voicing count": ({"holder": "ガギグゲゴ" * 4}, ["holder-long"]),
    "a number that is hardly one": ({"number": "0000123"}, ["number-short"]),
}


@pytest.mark.parametrize(("changed", "codes"), DOUBTED.values(), ids=DOUBTED.keys())
def test_what_a_clerk_would_ask_about(changed: dict[str, str], codes: list[str]) -> None:
    assert [doubt.code for doubt in account_doubts(ACCOUNT | changed)] == codes


def test_both_writings_of_the_holder_are_shown_where_they_differ() -> None:
    words = words_for("ja")
    assert account_lines(ACCOUNT, words)[2:] == ("貯蓄 0123456", "ヤマダ ショウジ（ﾔﾏﾀﾞ ｼﾖｳｼﾞ）")
    assert account_lines({**ACCOUNT, "holder": "SMITH JOHN"}, words)[3] == "SMITH JOHN"


def test_an_account_is_heard_digit_by_digit() -> None:
    assert "ゼロ イチ ニイ サン ヨン ゴオ ロク" in account_spoken(ACCOUNT, words_for("ja"))
    assert "0 1 2 3 4 5 6, Yamada Shouji" in account_spoken(ACCOUNT, words_for("en"))
    assert holder_spoken({"holder": "SMITH"}, words_for("en")) == "SMITH"
