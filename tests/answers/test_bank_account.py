"""Bank accounts: found by whatever is in the passbook, refused before a payment can fail."""

from __future__ import annotations

from typing import Any

import pytest

from portal.answers import KINDS
from portal.answers.answer_type import Assisted
from tests.answers.given import TODAY, ask, read, refused, shown, told

TYPED = {
    "bank": "みずほ",
    "branch": "新宿",
    "account_kind": "ordinary",
    "number": "1234567",
    "holder": "やまだ しょうじ",
}
KEPT = {
    "bank": {"code": "0001", "name": "みずほ銀行"},
    "branch": {"code": "240", "name": "新宿支店"},
    "account_kind": "ordinary",
    "number": "1234567",
    "holder": "ヤマダ ショウジ",
}


def find(**typed: str) -> Assisted:
    """The page after the search button."""
    return KINDS["bank_account"].assist(typed, ask("bank_account"), "find")


SAME = {
    "hiragana": {"bank": "みずほ"},
    "katakana": {"bank": "ミズホ"},
    "code": {"bank": "0001"},
    "wide code": {"bank": "０００１"},
    "in full": {"bank": "みずほ銀行", "branch": "新宿支店"},
    "branch read": {"branch": "しんじゅく"},
    "branch code": {"branch": "２４０"},
    "dashes in the number": {"number": "123-4567"},
    "wide number": {"number": "１２３４５６７"},
    "kanji number": {"number": "一二三四五六七"},
    "a code that was not asked": {"bank_code": "9999", "branch_code": "999"},
}


@pytest.mark.parametrize("typed", SAME.values(), ids=SAME.keys())
def test_reads_what_people_type(typed: dict[str, str]) -> None:
    assert read("bank_account", TYPED | typed) == KEPT


def test_a_short_number_is_filled_with_noughts() -> None:
    assert read("bank_account", TYPED | {"number": "4567"})["number"] == "0004567"


AMISS: dict[str, tuple[dict[str, str], str, str]] = {
    "bank left blank": ({"bank": ""}, "bank", "4けたの番号"),
    "no such bank": ({"bank": "あれこれ"}, "bank", "見つかりませんでした"),
    "branch left blank": ({"branch": ""}, "branch", "3けたの番号"),
    "no such branch": ({"branch": "火星"}, "branch", "この銀行にはありません"),
    "no kind": ({"account_kind": ""}, "account_kind", "種類を選んで"),
    "number left blank": ({"number": ""}, "number", "7けたまで"),
    "a name in the number's box": ({"number": "山田正二"}, "number", "名前があるよう"),
    "letters in the number": ({"number": "12a4567"}, "number", "数字でないもの"),
    "noughts only": ({"number": "0000000"}, "number", "0だけ"),
    "number too long": ({"number": "12345678"}, "number", "いまは8けた"),
    "a card number": ({"number": "4111 1111 1111 1111"}, "number", "カードの番号"),
    "holder in kanji": ({"holder": "山田正二"}, "holder", "カタカナ"),
    "holder left blank": ({"holder": ""}, "holder", "名義を書いて"),
    "number in the holder's box": ({"holder": "1234567"}, "holder", "カタカナ"),
}


@pytest.mark.parametrize(("typed", "part", "said"), AMISS.values(), ids=AMISS.keys())
def test_says_what_to_mend(typed: dict[str, str], part: str, said: str) -> None:
    messages = told(refused("bank_account", TYPED | typed))
    assert list(messages) == [part]
    assert said in messages[part]


def test_everything_amiss_is_said_at_once() -> None:
    messages = told(refused("bank_account", {"bank": "あれこれ", "number": "山田"}))
    assert set(messages) == {"bank", "branch", "account_kind", "number", "holder"}


def test_a_name_of_several_banks_is_offered_then_picked() -> None:
    typed = TYPED | {"bank": "京都", "branch": "本店"}
    problems = refused("bank_account", typed)
    assert list(told(problems)) == ["bank_code"]
    assert problems.help is not None
    assert {option.id for option in problems.help.offers["bank_code"]} >= {"0158", "1610", "6990"}
    assert problems.help.focus == "bank_code"
    assert read("bank_account", typed | {"bank_code": "0158"})["bank"] == {"code": "0158", "name": "京都銀行"}


def test_part_of_a_branch_name_is_offered_then_picked() -> None:
    typed = TYPED | {"branch": "新宿中"}
    problems = refused("bank_account", typed)
    assert list(told(problems)) == ["branch_code"]
    assert problems.help is not None
    (option,) = problems.help.offers["branch_code"]
    assert read("bank_account", typed | {"branch_code": option.id})["branch"]["code"] == option.id


def test_a_pick_counts_only_while_it_fits_the_name() -> None:
    assert read("bank_account", TYPED | {"bank_code": "0158"})["bank"]["code"] == "0001"
    assert list(told(refused("bank_account", TYPED | {"bank": "京都", "bank_code": "0001"}))) == ["bank_code"]


POSTAL: dict[str, tuple[dict[str, str], str]] = {
    "branch and number": ({"branch": "058", "number": "1234567"}, "1234567"),
    "branch in kanji": ({"branch": "〇五八", "number": "1234567"}, "1234567"),
    "symbol and number of the passbook": ({"branch": "10530", "number": "12345671"}, "1234567"),
    "branch and the passbook's number": ({"branch": "058", "number": "12345671"}, "1234567"),
}


@pytest.mark.parametrize(("typed", "number"), POSTAL.values(), ids=POSTAL.keys())
def test_the_post_bank_by_any_of_its_numbers(typed: dict[str, str], number: str) -> None:
    kept: dict[str, Any] = read("bank_account", TYPED | {"bank": "ゆうちょ"} | typed)
    assert (kept["bank"]["code"], kept["branch"]["code"], kept["number"]) == ("9900", "058", number)


def test_an_account_by_its_passbook_is_shown_as_the_passbook_has_it() -> None:
    kept = read("bank_account", TYPED | {"bank": "ゆうちょ", "branch": "", "number": "10530-12345671"})
    assert shown("bank_account", kept)[:2] == ("記号 10530、番号 12345671", "ゆうちょ銀行（9900）")


def test_what_was_typed_stays_as_it_was_beside_an_offer() -> None:
    typed = TYPED | {"bank": "京都", "branch": " 本店\u3000"}
    problems = refused("bank_account", typed)
    assert problems.help is not None
    assert problems.help.typed == typed


def test_the_search_button_names_what_it_found() -> None:
    page = find(bank="ミズホ", branch="しんじゅく", number="1")
    assert (page.typed["bank"], page.typed["branch"], page.typed["number"]) == ("みずほ銀行", "新宿支店", "1")
    assert page.focus == "account_kind"
    assert page.offers == {}


FILLED = {
    "one figure lost": ("123456", ["number-filled"]),
    "all there": ("0123456", []),
    "tiny": ("12", ["number-short"]),
}


@pytest.mark.parametrize(("number", "codes"), FILLED.values(), ids=FILLED.keys())
def test_zeros_put_in_front_are_shown_to_whoever_typed_less(number: str, codes: list[str]) -> None:
    typed = TYPED | {"number": number}
    found = KINDS["bank_account"].doubts(read("bank_account", typed), ask("bank_account"), TODAY, typed)
    assert [doubt.code for doubt in found] == codes


def test_the_search_button_goes_on_with_the_branch() -> None:
    page = find(bank="0001")
    assert page.typed["bank"] == "みずほ銀行"
    assert page.focus == "branch"


def test_the_search_button_offers_several() -> None:
    page = find(bank="ろうきん")
    assert len(page.offers["bank_code"]) > 5
    assert page.focus == "bank_code"


@pytest.mark.parametrize("bank", ["", "あれこれ"])
def test_a_search_that_finds_nothing_says_so(bank: str) -> None:
    page = find(bank=bank)
    assert page.focus == "bank"
    assert page.note is not None


def test_systems_get_the_printed_holder_too() -> None:
    exported = KINDS["bank_account"].export(KEPT)
    assert exported["holder_bank_form"] == "ﾔﾏﾀﾞ ｼﾖｳｼﾞ"
    assert exported["number"] == "1234567"
