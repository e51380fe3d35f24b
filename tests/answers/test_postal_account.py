"""Accounts of the post bank by the passbook's symbol and number."""

from __future__ import annotations

import pytest

from portal.answers import KINDS
from tests.answers.given import read, refused, shown, spoken, told

TYPED = {"symbol": "10530", "number": "12345671", "holder": "やまだ しょうじ"}
SAME = {
    "wide": {"symbol": "１０５３０", "number": "１２３４５６７１"},
    "with the digit after the dash": {"symbol": "10530-2"},
    "dash of kana": {"symbol": "１０５３０ー２"},
    "both in one box": {"symbol": "10530-12345671", "number": ""},
    "both in one box with a space": {"symbol": "１０５３０　１２３４５６７１", "number": ""},
    "kanji digits": {"symbol": "一〇五三〇"},
}


@pytest.mark.parametrize("typed", SAME.values(), ids=SAME.keys())
def test_reads_what_people_type(typed: dict[str, str]) -> None:
    kept = read("postal_account", TYPED | typed)
    assert kept == {
        "bank": {"code": "9900", "name": "ゆうちょ銀行"},
        "branch": {"code": "058", "name": "〇五八店"},
        "account_kind": "ordinary",
        "number": "1234567",
        "holder": "ヤマダ ショウジ",
        "symbol": "10530",
        "postal_number": "12345671",
    }


def test_a_giro_account_has_no_last_one() -> None:
    kept = read("postal_account", TYPED | {"symbol": "00160-9", "number": "123456"})
    assert (kept["branch"]["code"], kept["number"], kept["account_kind"]) == ("019", "0123456", "checking")


def test_both_in_the_numbers_box() -> None:
    assert read("postal_account", TYPED | {"symbol": "", "number": "10530-12345671"})["number"] == "1234567"


def test_a_short_number_is_filled_with_noughts() -> None:
    assert read("postal_account", TYPED | {"number": "2341"})["number"] == "0000234"


AMISS: dict[str, tuple[dict[str, str], str, str]] = {
    "no symbol": ({"symbol": ""}, "symbol", "1から始まる5けた"),
    "a giro account's number too long": ({"symbol": "00160"}, "number", "6けたまで"),
    "the branch other banks ask for": ({"symbol": "058", "number": "1234567"}, "symbol", "ほかの銀行から送るとき"),
    "a short symbol": ({"symbol": "1053"}, "symbol", "1から始まる5けた"),
    "a symbol nobody has": ({"symbol": "11590"}, "symbol", "見つかりませんでした"),
    "no number": ({"number": ""}, "number", "最後は1"),
    "a number that ends wrong": ({"number": "12345678"}, "number", "最後は1"),
    "a number too long": ({"number": "123456781"}, "number", "8けたまで"),
    "a name as number": ({"number": "山田"}, "number", "8けたまで"),
    "holder in kanji": ({"holder": "山田正二"}, "holder", "カタカナ"),
}


@pytest.mark.parametrize(("typed", "part", "said"), AMISS.values(), ids=AMISS.keys())
def test_says_what_to_mend(typed: dict[str, str], part: str, said: str) -> None:
    messages = told(refused("postal_account", TYPED | typed))
    assert list(messages) == [part]
    assert said in messages[part]


def test_shown_as_the_passbook_and_as_the_bank_has_it() -> None:
    kept = read("postal_account", TYPED)
    assert shown("postal_account", kept)[:2] == ("記号 10530、番号 12345671", "ゆうちょ銀行（9900）")
    assert "イチ ゼロ ゴオ サン ゼロ" in spoken("postal_account", kept)
    assert "Yamada" in spoken("postal_account", kept, language="en")


def test_systems_get_the_printed_holder_too() -> None:
    assert KINDS["postal_account"].export(read("postal_account", TYPED))["holder_bank_form"] == "ﾔﾏﾀﾞ ｼﾖｳｼﾞ"
