"""An address: post code, town in one line, house number, building. A post code fills in the town, it never blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from portal import registries
from portal.answers.answer_type import Ask, Assisted, Doubt, Example, Option, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.answers.nothing import is_nothing
from portal.answers.typed_address import ADDRESS_PARTS, POSTCODE_DIGITS, Arranged, arranged, of_postcode
from portal.language.counting import JAPANESE, house_numbers, one_by_one
from portal.language.kana import romaji
from portal.language.replies.untold import NONE_IN_JAPANESE, is_none
from portal.language.width import digits
from portal.language.words import say
from portal.registries import Place

OLD_CODES = (3, 5)
"""Digits of post codes before 1998."""
PHONE_DIGITS = (10, 11)
_NO_NUMBER_THERE = re.compile("(?:番地)?(?:なし|無し|無)(?:です)?。?")
_NOT_TOLD = re.compile("わか(?:ら|り)|分か(?:ら|り)|不明|不詳|同上|同じ")


class Address(Kind):
    """Kept as the four parts, with `town_kana` and `municipality_code` (six digits) where the post code tells them."""

    assists = ("find",)
    examples = (
        Example(
            {"postcode": "〒１００−０００１", "town": "", "street": "１ー１", "building": ""},
            {
                "postcode": "1000001",
                "town": "東京都千代田区千代田",
                "street": "1-1",
                "building": "",
                "town_kana": "トウキョウト チヨダク チヨダ",
                "municipality_code": "131016",
            },
            ("〒100-0001", "東京都千代田区千代田 1-1"),
            "郵便番号 イチ ゼロ ゼロ、ゼロ ゼロ ゼロ イチ、トウキョウト チヨダク チヨダ、イチの イチ",
        ),
    )

    def parts(self, ask: Ask) -> tuple[str, ...]:
        return ADDRESS_PARTS

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("town", _NO_TOWN), Problem("street", _NO_STREET))

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        found = arranged(typed)
        if not found.town:
            places = registries.opened().postcodes.find(found.postcode)
            texts = _texts(places)
            if len(texts) > 1:
                raise Problems(Problem("town", _WHICH_TOWN), help=_offered(typed, places, ask))
            if texts:
                found = of_postcode(found, places[0])
        if is_none(found.street):  # the office reads it in Japanese
            found = replace(found, street=NONE_IN_JAPANESE)
        problems = list(_amiss(found))
        if problems:
            raise Problems(*problems)
        value = {part: getattr(found, part) for part in ADDRESS_PARTS}
        value |= {"municipality_code": found.code} if found.code else {}
        return value | ({"town_kana": found.kana} if found.kana else {})

    def doubtful(self, value: Value, ask: Ask, today: date) -> tuple[Doubt, ...]:
        places = registries.opened().postcodes.find(value["postcode"])
        code = value.get("municipality_code")
        if value["postcode"] and not places:
            return (
                Doubt("postcode", say("この郵便番号は、見つかりません。もう一度見てください。"), "postcode-unknown"),
            )
        if code and places and code not in {place.code for place in places}:
            elsewhere = places[0].prefecture + places[0].city
            message = say("この郵便番号は、{place}のものです。住所と合っているか、見てください。", place=elsewhere)
            return (Doubt("postcode", message, "postcode-elsewhere"),)
        if not code:
            message = say("市区町村の名前が、見つかりません。都道府県から書いてあるか、見てください。")
            return (Doubt("town", message, "place-unknown"),)
        return tuple(_street_doubts(value["street"]))

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        first = f"〒{_dashed(value['postcode'])}" if value["postcode"] else ""
        return tuple(line for line in (first, f"{value['town']} {value['street']}".strip(), value["building"]) if line)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        language = ask.words.language
        kana = value.get("town_kana", "")
        town = (kana if language in JAPANESE else romaji(kana)) or value["town"]
        code = _dashed(value["postcode"])
        postcode = ask.words(say("郵便番号 {digits}"), digits=one_by_one(code, language)) if code else ""
        said = (postcode, town, *(house_numbers(value[part], language) for part in ("street", "building")))
        return ask.words.listed(said)

    def data(self, value: Value) -> Value:
        known = (*ADDRESS_PARTS, "town_kana", "municipality_code")
        return {part: value.get(part) or None for part in known}

    def assist(self, typed: Typed, ask: Ask, do: str) -> Assisted:
        if do != "find":
            return Assisted(typed)
        return _found(typed, digits(typed.get("postcode", "")), ask)


def _found(typed: Typed, postcode: str, ask: Ask) -> Assisted:
    """The page after the search button."""
    if not _is_postcode(postcode):
        return Assisted(typed, note=_NOT_SEVEN, focus="postcode")
    places = registries.opened().postcodes.find(postcode)
    texts = _texts(places)
    if not texts:
        return Assisted(typed, note=_UNKNOWN, focus="town")
    if len(texts) > 1:
        return _offered(typed, places, ask)
    filled = {**typed, "postcode": _dashed(postcode), "town": texts[0]}
    if places[0].street and not typed.get("street", "").strip():
        filled |= {"street": places[0].street, "building": typed.get("building", "") or places[0].office}
    return Assisted(
        filled, note=say("住所に「{town}」を入れました。続きを書いてください。", town=texts[0]), focus="street"
    )


def _offered(typed: Typed, places: list[Place], ask: Ask) -> Assisted:
    hints: dict[str, str] = {}
    for place in places:
        hints.setdefault(place.text, place.office or place.note)
    options = tuple(Option(text, text, hint) for text, hint in hints.items())
    note = say("この郵便番号の町は、{n}つあります。あてはまるものを選んでください。", n=len(options))
    return Assisted(typed, {"town": options}, note, "town")


def _texts(places: list[Place]) -> list[str]:
    return list(dict.fromkeys(place.text for place in places))


def _amiss(found: Arranged) -> Iterator[Problem]:
    if found.postcode and not _is_postcode(found.postcode):
        yield Problem("postcode", _OLD if _is_old(found.postcode) else _NOT_SEVEN)
    if not found.town:
        yield Problem("town", _NO_TOWN)
    if not found.street and not any(sign.isdecimal() for sign in found.town):
        yield Problem("street", _NO_STREET)


def _street_doubts(street: str) -> Iterator[Doubt]:
    if not _NO_NUMBER_THERE.fullmatch(street) and (is_nothing(street) or _NOT_TOLD.search(street)):
        message = say("番地がないようです。わかるときは、書いてください。わからないときは、このままで大丈夫です。")
        yield Doubt("street", message, "street-unknown")
    elif len(number := digits(street)) in PHONE_DIGITS and number.isdecimal() and number.startswith("0"):
        yield Doubt("street", say("番地のところに、電話番号があるようです。もう一度見てください。"), "street-phone")


def _dashed(postcode: str) -> str:
    return f"{postcode[:3]}-{postcode[3:]}" if postcode else ""


def _is_postcode(text: str) -> bool:
    return len(text) == POSTCODE_DIGITS and text.isdecimal()


def _is_old(text: str) -> bool:
    return len(text) in OLD_CODES and text.isdecimal()


_NOT_SEVEN = say("郵便番号は、7けたの数字です。わからないときは、空のままでかまいません。")
_OLD = say("いまの郵便番号は、7けたです。むかしの番号のときは、空のままでかまいません。")
_NO_TOWN = say("住所を、都道府県から町の名前まで書いてください。")
_NO_STREET = say("番地を書いてください。番地がないときは、「なし」と書いてください。")
_WHICH_TOWN = say("この郵便番号の町は、いくつかあります。あてはまるものを選んでください。")
_UNKNOWN = say("この郵便番号の町は、見つかりませんでした。住所をそのまま書いてください。")
