"""Addresses, helped by the post code and never held up by it."""

from __future__ import annotations

import pytest

from portal.answers import KINDS
from portal.answers.answer_type import Assisted
from tests.answers.given import TODAY, ask, read, refused, shown, spoken, told


def address(postcode: str = "", town: str = "", street: str = "", building: str = "") -> dict[str, str]:
    """The four boxes."""
    return {"postcode": postcode, "town": town, "street": street, "building": building}


def find(**typed: str) -> Assisted:
    """The page after the search button."""
    return KINDS["address"].assist(address(**typed), ask("address"), "find")


CHIYODA = {"town": "東京都千代田区千代田", "town_kana": "トウキョウト チヨダク チヨダ", "municipality_code": "131016"}
READ = {
    "filled from the post code": (address("100-0001", "", "1-1"), CHIYODA),
    "in full": (address("〒１００−０００１", "東京都千代田区千代田", "１ー１"), CHIYODA),
    "only the town": (address("1000001", "千代田", "1-1"), CHIYODA),
    "without the prefecture": (address("1000001", "千代田区千代田", "1-1"), CHIYODA),
}


@pytest.mark.parametrize(("typed", "known"), READ.values(), ids=READ.keys())
def test_the_post_code_completes_the_town(typed: dict[str, str], known: dict[str, str]) -> None:
    assert read("address", typed) == {"postcode": "1000001", "street": "1-1", "building": "", **known}


def test_a_town_that_the_post_code_does_not_know_is_kept_as_typed() -> None:
    kept = read("address", address("1000001", "東京都千代田区新しい町", "1"))
    assert kept["town"] == "東京都千代田区新しい町"
    assert kept["municipality_code"] == "131016"
    assert "town_kana" not in kept


def test_a_post_code_of_long_ago_is_recognised() -> None:
    assert "むかしの番号" in told(refused("address", address("100-01", "東京都千代田区千代田", "1")))["postcode"]


DOUBTED = {
    "nothing": (address("1000001", "東京都千代田区千代田", "1"), []),
    "an unknown post code": (address("9999999", "東京都千代田区千代田", "1"), ["postcode-unknown"]),
    "a post code of elsewhere": (address("5300001", "東京都千代田区千代田", "1"), ["postcode-elsewhere"]),
    "an unknown town": (address("", "どこか県どこか町", "1"), ["place-unknown"]),
}


@pytest.mark.parametrize(("typed", "codes"), DOUBTED.values(), ids=DOUBTED.keys())
def test_what_a_clerk_would_ask_about(typed: dict[str, str], codes: list[str]) -> None:
    question = ask("address")
    found = KINDS["address"].doubts(read("address", typed), question, TODAY)
    assert [doubt.code for doubt in found] == codes
    assert all("{" not in question.words(doubt.message) for doubt in found)


def test_an_unknown_post_code_holds_nobody_up() -> None:
    kept = read("address", address("9999999", "どこか県どこか町", "なし"))
    assert kept == {"postcode": "9999999", "town": "どこか県どこか町", "street": "なし", "building": ""}


def test_the_post_code_may_be_left_empty() -> None:
    assert read("address", address("", "東京都千代田区千代田", "1"))["postcode"] == ""


def test_everything_in_one_box_is_an_address_too() -> None:
    kept = read("address", address("1000001", "東京都千代田区千代田１ー１"))
    assert (kept["town"], kept["street"]) == ("東京都千代田区千代田", "1-1")
    assert kept["municipality_code"] == "131016"


def test_kanji_stay_as_they_were_typed() -> None:
    kept = read("address", address("", "奈良県葛\U000e0100城市", "１−２", "ﾒｿﾞﾝ髙橋　２０１"))
    assert (kept["town"], kept["street"], kept["building"]) == ("奈良県葛\U000e0100城市", "1-2", "メゾン髙橋 201")


AMISS = {
    "no town": (address("", "", "1-1"), "town"),
    "no number": (address("", "東京都千代田区千代田"), "street"),
    "short post code": (address("10000", "東京都千代田区千代田", "1"), "postcode"),
    "a word as post code": (address("あれこれ", "東京都千代田区千代田", "1"), "postcode"),
}


@pytest.mark.parametrize(("typed", "part"), AMISS.values(), ids=AMISS.keys())
def test_says_what_to_mend(typed: dict[str, str], part: str) -> None:
    assert list(told(refused("address", typed))) == [part]


def test_two_prefectures_are_offered_and_chosen() -> None:
    problems = refused("address", address("498-0000", "", "1"))
    assert list(told(problems)) == ["town"]
    assert problems.help is not None
    towns = [option.id for option in problems.help.offers["town"]]
    assert towns == ["愛知県弥富市", "三重県桑名郡木曽岬町"]
    assert read("address", address("498-0000", towns[1], "1"))["municipality_code"] == "243035"


def test_the_search_button_fills_the_town_and_goes_on_to_the_number() -> None:
    page = find(postcode="１０００００１")
    assert page.typed["town"] == "東京都千代田区千代田"
    assert page.typed["postcode"] == "100-0001"
    assert page.focus == "street"
    assert page.note is not None
    assert page.offers == {}


def test_the_search_button_offers_several_towns() -> None:
    page = find(postcode="4980000", street="1")
    assert [option.label for option in page.offers["town"]] == ["愛知県弥富市", "三重県桑名郡木曽岬町"]
    assert page.typed["street"] == "1"
    assert page.focus == "town"


def test_an_office_brings_its_street() -> None:
    page = find(postcode="2118570")
    assert (page.typed["street"], page.typed["building"]) == ("3丁目245", "中原区役所")
    assert find(postcode="2118570", street="9").typed["street"] == "9"


@pytest.mark.parametrize(("postcode", "focus"), [("", "postcode"), ("123", "postcode"), ("9999999", "town")])
def test_a_search_that_finds_nothing_says_where_to_go_on(postcode: str, focus: str) -> None:
    page = find(postcode=postcode)
    assert page.focus == focus
    assert page.note is not None
    assert page.typed == address(postcode)


def test_places_are_read_by_their_kana() -> None:
    kept = read("address", address("1000001", "", "1-2-30", "城ハイツ1-201"))
    assert shown("address", kept) == ("〒100-0001", "東京都千代田区千代田 1-2-30", "城ハイツ1-201")
    assert "トウキョウト チヨダク チヨダ、イチの ニの サンジュウ" in spoken("address", kept)
    assert "Toukyouto Chiyodaku Chiyoda, 1-2-30" in spoken("address", kept, language="en")


def test_systems_get_every_key() -> None:
    exported = KINDS["address"].export(read("address", address("", "どこか県どこか町", "1")))
    assert exported == {
        "postcode": None,
        "town": "どこか県どこか町",
        "street": "1",
        "building": None,
        "town_kana": None,
        "municipality_code": None,
    }


@pytest.mark.parametrize("typed", ["không có", "wala", "没有", "없음", "none", "não tem"])
def test_no_house_number_in_other_languages_is_told_to_the_office_in_japanese(typed: str) -> None:
    value = read("address", {"town": "東京都千代田区千代田", "street": typed})
    assert value["street"] == "なし"
    assert not [doubt for doubt in KINDS["address"].doubts(value, ask("address"), TODAY) if doubt.part == "street"]
