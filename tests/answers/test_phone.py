"""Telephone numbers."""

from __future__ import annotations

import pytest

from portal.answers.phone import grouped
from tests.answers.given import read, refused, shown, spoken, told

READ = {
    "plain": ("09012345678", "09012345678"),
    "dashes": ("090-1234-5678", "09012345678"),
    "wide with two kinds of dash": ("０９０－１２３４ー５６７８", "09012345678"),
    "spaces": ("090 1234 5678", "09012345678"),
    "kanji": ("〇九〇一二三四五六七八", "09012345678"),
    "from abroad": ("+81 90-1234-5678", "09012345678"),
    "from abroad with nought": ("+81(0)90-1234-5678", "09012345678"),
    "fixed line": ("03-3210-9876", "0332109876"),
    "fixed line in brackets": ("（０３）３２１０ー９８７６", "0332109876"),
    "small town": ("0980-12-3456", "0980123456"),
    "internet line": ("050-1234-5678", "05012345678"),
    "with a word": ("電話０３－３２１０－９８７６", "0332109876"),
    "tel in front": ("TEL:03-3210-9876", "0332109876"),
    "a relative abroad": ("+82-2-312-3456", "+8223123456"),
    "060": ("060-1234-5678", "06012345678"),
}


@pytest.mark.parametrize(("typed", "kept"), READ.values(), ids=READ.keys())
def test_reads_what_people_type(typed: str, kept: str) -> None:
    assert read("phone", typed) == kept


AMISS = {
    "one digit short": ("090-1234-567", "11けたです。いまは10けた"),
    "one digit too many": ("080-1234-56789", "いまは12けた"),
    "no area code": ("3210-9876", "市外局番"),
    "a word": ("ありません", "知らせてくれる人の番号"),
    "letters": ("090-abcd-5678", "0から9まで"),
    "fixed line too short": ("03-3210", "10けたです。いまは6けた"),
    "two": ("03-3210-9876 090-1234-5678", "1つだけ"),
    "abroad without its country": ("+1", "国の番号から"),
}


@pytest.mark.parametrize(("typed", "said"), AMISS.values(), ids=AMISS.keys())
def test_says_what_to_mend(typed: str, said: str) -> None:
    assert said in told(refused("phone", typed))["value"]


def test_dashes_stand_where_they_belong() -> None:
    assert shown("phone", "0332109876") == ("03-3210-9876",)
    assert grouped("0980123456") == "0980-12-3456"
    assert grouped("+8223123456") == "+82 2-312-3456"


def test_an_extension_is_shown_and_heard() -> None:
    assert shown("phone", "0332109876;ext=12") == ("03-3210-9876 内線12",)
    assert spoken("phone", "0332109876;ext=12").endswith("内線イチ ニイ")
    assert shown("phone", "0332109876;ext=12", language="en") == ("03-3210-9876 ext. 12",)


def test_heard_digit_by_digit() -> None:
    assert spoken("phone", "09012345678") == "ゼロ キュウ ゼロ、イチ ニイ サン ヨン、ゴオ ロク ナナ ハチ"
    assert spoken("phone", "09012345678", language="en") == "0 9 0, 1 2 3 4, 5 6 7 8"
