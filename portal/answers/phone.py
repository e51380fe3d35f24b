"""A telephone number, mobile or fixed line, with any dashes or none, and with its extension."""

from __future__ import annotations

from datetime import date

import phonenumbers
from phonenumbers import PhoneNumberFormat

from portal.answers.answer_type import Ask, Doubt, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.answers.typed_phone import EXTENSION, is_known, parsed, read_phone
from portal.language.counting import one_by_one
from portal.language.words import Words, say


class Phone(Kind):
    """Kept as national digits (09012345678), numbers of other countries with + and their country code; an extension
    follows as in tel: addresses (0332109876;ext=123)."""

    nothing = True
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
        Example(
            {"value": "会社 03-3210-9876（内線12）"},
            "0332109876;ext=12",
            ("03-3210-9876 内線12",),
            "ゼロ サン、サン ニイ イチ ゼロ、キュウ ハチ ナナ ロク 内線イチ ニイ",
        ),
    )

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("value", say("電話番号を書いてください。家の電話でも、けいたい電話でもかまいません。")),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        number, amiss = read_phone(typed["value"])
        if amiss:
            raise Problems(Problem("value", amiss))
        return number

    def doubtful(self, value: Value, ask: Ask, today: date) -> tuple[Doubt, ...]:
        if is_known(value):
            return ()
        message = say("あまり見ない電話番号です。まちがいがないか、もう一度見てください。")
        return (Doubt("value", message, "phone-unknown"),)

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        number, _, extension = value.partition(EXTENSION)
        return (_told(grouped(number), extension, ask.words),)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        number, _, extension = value.partition(EXTENSION)
        language = ask.words.language
        said = one_by_one(grouped(number).lstrip("+").replace(" ", "-"), language)
        return _told(said, one_by_one(extension, language), ask.words)


def grouped(value: str) -> str:
    """The number with its dashes where they belong: 090-1234-5678, +82 2-312-3456."""
    number = parsed(value)
    if number is None:
        return value
    form = PhoneNumberFormat.INTERNATIONAL if value.startswith("+") else PhoneNumberFormat.NATIONAL
    return phonenumbers.format_number(number, form)


def _told(number: str, extension: str, words: Words) -> str:
    return words(say("{number} 内線{extension}"), number=number, extension=extension) if extension else number
