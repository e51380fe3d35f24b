"""A company's number (法人番号): thirteen digits, the first a check digit that is asked about, never insisted on."""

from __future__ import annotations

import re
from datetime import date
from importlib import import_module

from portal.answers.answer_type import Ask, Doubt, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.language.counting import one_by_one
from portal.language.width import digits, narrow
from portal.language.words import Say, say

DIGITS = 13
_NOTE = re.compile(r" ?\([^()0-9]*\)$")
_HEADING = re.compile("^(?:会社)?法人(?:等)?番号(?:は)?[ :]*")
REGISTRY_DIGITS = 12
"""Digits of the number in the register of companies (会社法人等番号) and of a person's own number (マイナンバー)."""


class CorporateNumber(Kind):
    """Kept as thirteen digits; the T of an invoice number (適格請求書発行事業者登録番号) is left off."""

    nothing = True
    examples = (
        Example(
            {"value": "Ｔ４０１１００１０９８９９３"},
            "4011001098993",
            ("4-0110-0109-8993",),
            "ヨン、ゼロ イチ イチ ゼロ、ゼロ イチ ゼロ キュウ、ハチ キュウ キュウ サン",
        ),
    )

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("value", _THIRTEEN),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        plain = _NOTE.sub("", _HEADING.sub("", narrow(typed["value"]))).upper()
        number = digits(plain.removeprefix("T"))
        if not number.isdecimal() or len(number) != DIGITS:
            raise Problems(Problem("value", _amiss(number)))
        return number

    def doubtful(self, value: Value, ask: Ask, today: date) -> tuple[Doubt, ...]:
        if _check_digit(value[1:]) == value[0]:
            return ()
        message = say("数字が一つ、ちがうかもしれません。紙を見て、もう一度確かめてください。")
        return (Doubt("value", message, "check-digit"),)

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return (grouped(value),)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return one_by_one(grouped(value), ask.words.language)


def grouped(number: str) -> str:
    """As people read it: 4-0110-0109-8993."""
    return "-".join((number[0], number[1:5], number[5:9], number[9:]))


def _amiss(number: str) -> Say:
    if not number.isdecimal():
        return _THIRTEEN
    if len(number) == REGISTRY_DIGITS and import_module("stdnum.jp.in_").is_valid(number):
        return say("マイナンバーのようです。ここには書かないでください。会社の法人番号は、13けたです。")
    if len(number) == REGISTRY_DIGITS:
        whole = _check_digit(number) + number
        return say("会社法人等番号のようです。法人番号は13けたで、「{number}」だと思います。", number=whole)
    return say("法人番号は、13けたの数字です。いまは{n}けたです。もう一度見てください。", n=len(number))


def _check_digit(twelve: str) -> str:
    digit: str = import_module("stdnum.jp.cn").calc_check_digit(twelve)
    return digit


_THIRTEEN = say("会社などの法人番号を、13けたの数字で書いてください。")
