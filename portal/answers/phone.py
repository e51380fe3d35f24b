"""A telephone number, mobile or fixed line, with any dashes or none."""

from __future__ import annotations

from datetime import date

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

from portal.answers.answer_type import Ask, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.language.counting import one_by_one
from portal.language.width import digits, narrow
from portal.language.words import Say, say

JAPAN = "JP"
MOBILE = ("060", "070", "080", "090")
MOBILE_DIGITS = 11


class Phone(Kind):
    """Kept as national digits (09012345678); numbers of other countries with + and their country code."""

    examples = (
        Example(
            {"value": "０９０－１２３４ー５６７８"},
            "09012345678",
            ("090-1234-5678",),
            "ゼロ キュウ ゼロ、イチ ニイ サン ヨン、ゴオ ロク ナナ ハチ",
        ),
        Example(
            {"value": "(03) 3210 9876"},
            "0332109876",
            ("03-3210-9876",),
            "ゼロ サン、サン ニイ イチ ゼロ、キュウ ハチ ナナ ロク",
        ),
    )

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("value", say("電話番号を書いてください。家の電話でも、けいたい電話でもかまいません。")),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        plain = digits(narrow(typed["value"]).removeprefix("TEL").removeprefix("電話"))
        number = _parsed(plain)
        if number is None or not phonenumbers.is_valid_number(number):
            raise Problems(Problem("value", _amiss(plain)))
        if number.country_code == phonenumbers.country_code_for_region(JAPAN):
            return "0" + phonenumbers.national_significant_number(number)
        return phonenumbers.format_number(number, PhoneNumberFormat.E164)

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return (grouped(value),)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return one_by_one(grouped(value).lstrip("+").replace(" ", "-"), ask.words.language)


def grouped(value: str) -> str:
    """The number with its dashes where they belong: 090-1234-5678, +82 2-312-3456."""
    number = _parsed(value)
    if number is None:
        return value
    form = PhoneNumberFormat.INTERNATIONAL if value.startswith("+") else PhoneNumberFormat.NATIONAL
    return phonenumbers.format_number(number, form)


def _parsed(text: str) -> PhoneNumber | None:
    if not text.removeprefix("+").isdecimal():
        return None
    try:
        return phonenumbers.parse(text, JAPAN)
    except NumberParseException:
        return None


def _amiss(plain: str) -> Say:
    n = len(plain)
    if not plain.removeprefix("+").isdecimal():
        return say("電話番号を、0から9までの数字で書いてください。")
    if plain.startswith(MOBILE) and n != MOBILE_DIGITS:
        return say("{start}で始まる電話番号は、11けたです。いまは{n}けたです。", start=plain[:3], n=n)
    if not plain.startswith(("0", "+")):
        return say("電話番号を、0から始まる市外局番から書いてください。")
    return say("電話番号を、もう一度見てください。いまは{n}けたです。", n=n)
