"""Holders as passbooks have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.answers.account_holder import own_name, read_holder
from portal.language.kana import bank_form

HOLDERS = {
    "hiragana": ("やまだ しょうじ", "ヤマダ ショウジ"),
    "as printed": ("ﾔﾏﾀﾞ ｼﾖｳｼﾞ", "ヤマダ シヨウジ"),
    "wide space": ("ヤマダ　ショウジ", "ヤマダ ショウジ"),
    "Latin letters": ("Smith John", "SMITH JOHN"),
    "a company's short form": ("（カ）ヤマダ", "(カ)ヤマダ"),
    "a company in full": ("株式会社ヤマダ", "カ)ヤマダ"),
    "a company behind": ("ヤマダ有限会社", "ヤマダ(ユ"),
    "様": ("ヤマダ様", "ヤマダ"),
    "様 after a space": ("ヤマダ ショウジ 様", "ヤマダ ショウジ"),
    "kanji and kana": ("山田正二（ヤマダショウジ）", "ヤマダショウジ"),
    "kana and kanji": ("ヤマダ ショウジ 山田 正二", "ヤマダ ショウジ"),
    "both kana": ("ヤマダ ショウジ（ﾔﾏﾀﾞ ｼﾖｳｼﾞ）", "ヤマダ ショウジ"),
    "accents": ("Nguyễn Đức", "NGUYEN DUC"),
    "kana that reads the kanji": ("山田正二 ヤマダショウジ", "ヤマダショウジ"),
    "a given name in kana, told twice": ("佐藤 ヨシ サトウ ヨシ", "サトウ ヨシ"),
    "points": ("ヤマダ、ショウジ。", "ヤマダ ショウジ"),
    "a number behind": ("ヤマダ ショウジ １２３４５６７", "ヤマダ ショウジ"),
    "a note": ("ヤマダ ショウジ（本人）", "ヤマダ ショウジ"),
}


@pytest.mark.parametrize(("typed", "kept"), HOLDERS.values(), ids=HOLDERS.keys())
def test_a_holder_as_the_passbook_has_it(typed: str, kept: str) -> None:
    assert read_holder(typed) == (kept, None)


@pytest.mark.parametrize("typed", ["", "山田正二", "1234567", "佐藤 ヨシ", "（）", "- -", "(1)"])
def test_what_is_no_holder(typed: str) -> None:
    problem = read_holder(typed)[1]
    assert problem is not None
    assert "カタカナで書" in problem.text


@given(st.text(alphabet="やマダﾔﾏショッァ ー・A（", min_size=1, max_size=20))
def test_whatever_is_kept_can_be_printed(text: str) -> None:
    holder, problem = read_holder(text)
    assert problem is not None or bank_form(holder)


@given(st.text(alphabet="やマダサショッァー", min_size=4, max_size=12), st.text(alphabet="ﾀﾛｳ", min_size=2, max_size=6))
def test_both_forms_as_we_show_them_are_one_holder(family: str, given: str) -> None:
    holder, problem = read_holder(f"{family} {given}")
    if problem is None:
        assert read_holder(f"{holder}（{bank_form(holder)}）") == (holder, None)


def test_the_applicants_name_is_written_into_an_empty_box() -> None:
    page = own_name({"number": "1234567", "holder": " "}, "ヤマダ　ハナコ")
    assert page.typed == {"number": "1234567", "holder": "ヤマダ　ハナコ"}
    assert page.focus == "holder"
    assert page.note


def test_what_was_typed_is_never_written_over() -> None:
    page = own_name({"holder": "すずき"}, "ヤマダ　ハナコ")
    assert page.typed == {"holder": "すずき"}
    assert page.note


def test_nothing_is_written_while_the_name_is_unknown() -> None:
    assert own_name({"holder": ""}, "").typed == {"holder": ""}


@pytest.mark.parametrize("typed", ["本人", "申請者と同じ", "同上", " 私です。"])
def test_the_account_is_ones_own(typed: str) -> None:
    assert read_holder(typed, "ヤマダ　ショウジ") == ("ヤマダ　ショウジ", None)
    assert read_holder(typed)[1] is not None
