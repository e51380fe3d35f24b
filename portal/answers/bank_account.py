"""A bank account for a payment: bank and branch by name or code, kind, number, holder as in the passbook."""

from __future__ import annotations

from datetime import date

from portal.answers.account import ACCOUNT_KINDS, NUMBER_DIGITS, account_lines, account_spoken, read_holder
from portal.answers.answer_type import Ask, Assisted, Example, Problem, Problems, Typed, Value
from portal.answers.bank_branch import Found, find
from portal.answers.kind import Kind
from portal.answers.postal_number import MOST_DIGITS, POST, branch_code, symbol_of
from portal.language.kana import bank_form
from portal.language.width import digits
from portal.language.words import Say, say

ACCOUNT_PARTS = ("bank", "bank_code", "branch", "branch_code", "account_kind", "number", "holder")


class BankAccount(Kind):
    """Kept with the registry's codes and names; a shorter number is filled with zeros in front."""

    assists = ("find",)
    examples = (
        Example(
            {
                "bank": "ﾐｽﾞﾎ",
                "branch": "しんじゅく",
                "account_kind": "ordinary",
                "number": "１２３４５６",
                "holder": "やまだ しょうじ",
            },
            {
                "bank": {"code": "0001", "name": "みずほ銀行"},
                "branch": {"code": "240", "name": "新宿支店"},
                "account_kind": "ordinary",
                "number": "0123456",
                "holder": "ヤマダ ショウジ",
            },
            ("みずほ銀行（0001）", "新宿支店（240）", "普通 0123456", "ヤマダ ショウジ（ﾔﾏﾀﾞ ｼﾖｳｼﾞ）"),
            "みずほ銀行、新宿支店、普通、ゼロ イチ ニイ サン ヨン ゴオ ロク、ヤマダ ショウジ",
        ),
    )

    def parts(self, ask: Ask) -> tuple[str, ...]:
        return ACCOUNT_PARTS

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("bank", say("お金を受けとる口座を書いてください。通帳やキャッシュカードを見てください。")),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        found = find(_with_postal_branch(typed))
        kind = typed.get("account_kind", "")
        number, number_problem = _number(typed.get("number", ""), found)
        holder, holder_problem = read_holder(typed.get("holder", ""))
        amiss = (
            ("account_kind", None if kind in ACCOUNT_KINDS else _WHICH_KIND),
            ("number", number_problem),
            ("holder", holder_problem),
        )
        problems = [*found.problems, *(Problem(part, message) for part, message in amiss if message)]
        if problems or not found.bank or not found.branch:
            raise Problems(*problems, help=_offered(typed, found))
        return {
            "bank": {"code": found.bank.code, "name": found.bank.name},
            "branch": {"code": found.branch.code, "name": found.branch.name},
            "account_kind": kind,
            "number": number,
            "holder": holder,
        }

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return account_lines(value, ask.words)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return account_spoken(value, ask.words)

    def data(self, value: Value) -> Value:
        return {**value, "holder_bank_form": bank_form(value["holder"])}

    def assist(self, typed: Typed, ask: Ask, do: str) -> Assisted:
        if do != "find":
            return Assisted(typed)
        found = find(_with_postal_branch(typed))
        return _offered(typed, found) or _named(typed, found)


def _with_postal_branch(typed: Typed) -> Typed:
    """The branch's code where the post bank's symbol stands in the branch's box."""
    symbol = symbol_of(typed.get("branch", ""))
    return {**typed, "branch": branch_code(symbol)} if symbol else typed


def _number(text: str, found: Found) -> tuple[str, Say | None]:
    """Seven digits, and what is amiss. Eight digits ending in 1 are the post bank's number (番号)."""
    number = digits(text)
    if found.bank and found.bank.code == POST and len(number) == MOST_DIGITS and number.endswith("1"):
        number = number[:-1]
    if not number:
        return "", say("口座番号を書いてください。7けたまでの数字です。")
    if not number.isdecimal() or not int(number[:20]):
        return "", say("口座番号のところに、数字でないものがあります。口座番号だけを書いてください。")
    if len(number) > NUMBER_DIGITS:
        return "", say("口座番号は、7けたまでです。いまは{n}けたです。", n=len(number))
    return number.zfill(NUMBER_DIGITS), None


def _offered(typed: Typed, found: Found) -> Assisted | None:
    if not found.offers:
        return None
    focus = next(iter(found.offers))
    return Assisted(typed, found.offers, say("あてはまるものを選んでください。"), focus)


def _named(typed: Typed, found: Found) -> Assisted:
    """The page after the search button where nothing is left to choose."""
    if not found.bank:
        return Assisted(typed, note=found.problems[0].message, focus="bank")
    named = {**typed, "bank": found.bank.name}
    if not found.branch:
        return Assisted(named, note=found.problems[0].message, focus="branch")
    note = say("{bank}の{branch}が見つかりました。", bank=found.bank.name, branch=found.branch.name)
    return Assisted({**named, "branch": found.branch.name}, note=note, focus="account_kind")


_WHICH_KIND = say("口座の種類を選んでください。ふつうの通帳は「普通」です。")
