"""A bank account for a payment: bank and branch by name or code, kind, number, holder as in the passbook."""

from __future__ import annotations

from datetime import date

from portal.answers.account import NUMBER_DIGITS, account_doubts, account_lines, account_spoken
from portal.answers.account_holder import OWN_NAME, own_name, read_holder
from portal.answers.account_number import bare_number
from portal.answers.answer_type import Ask, Assisted, Doubt, Example, Problem, Problems, Typed, Value
from portal.answers.bank_branch import Found
from portal.answers.kind import Kind
from portal.answers.postal_number import ends_in_one
from portal.answers.typed_account import arranged, read_account
from portal.language.kana import bank_form
from portal.language.width import digits
from portal.language.words import say

ACCOUNT_PARTS = ("bank", "bank_code", "branch", "branch_code", "account_kind", "number", "holder")


class BankAccount(Kind):
    """Kept with the registry's codes and names; a shorter number is filled with zeros in front. An account of the post
    bank told by its passbook has `symbol` and `postal_number` too."""

    assists = ("find", OWN_NAME)
    examples = (
        Example(
            {
                "bank": "ﾐｽﾞﾎ",
                "branch": "しんじゅく",
                "account_kind": "ordinary",
                "number": "０１２３４５６",
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
        texts = arranged(typed)
        account = read_account(texts)
        holder, holder_problem = read_holder(texts.get("holder", ""), ask.holder)
        problems = list(account.problems)
        if holder_problem:
            problems.append(Problem("holder", holder_problem))
        found = account.found
        if problems or not found.bank or not found.branch:
            raise Problems(*problems, help=_offered(typed, found))
        value = {
            "bank": {"code": found.bank.code, "name": found.bank.name},
            "branch": {"code": found.branch.code, "name": found.branch.name},
            "account_kind": account.kind,
            "number": account.number,
            "holder": holder,
        }
        postal = account.postal
        return value | ({"symbol": postal.symbol, "postal_number": postal.number} if postal else {})

    def doubtful(self, value: Value, ask: Ask, today: date) -> tuple[Doubt, ...]:
        return tuple(account_doubts(value))

    def unsure(self, value: Value, typed: Typed) -> tuple[Doubt, ...]:
        if value.get("symbol"):
            return ends_in_one(value, typed)
        number, _ = bare_number(arranged(typed).get("number", ""))
        short = NUMBER_DIGITS - len(digits(number))
        if short <= 0 or short == NUMBER_DIGITS or any(account_doubts(value)):
            return ()
        message = say(
            "口座番号が{n}けたなので、前に0を付けて、{number}にしました。通帳に書いてあるのと同じか、見てください。",
            n=NUMBER_DIGITS - short,
            number=value["number"],
        )
        return (Doubt("number", message, "number-filled"),)

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return account_lines(value, ask.words)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return account_spoken(value, ask.words)

    def data(self, value: Value) -> Value:
        return {**value, "holder_bank_form": bank_form(value["holder"])}

    def assist(self, typed: Typed, ask: Ask, do: str) -> Assisted:
        if do == OWN_NAME:
            return own_name(typed, ask.holder)
        if do != "find":
            return Assisted(typed)
        texts = arranged(typed)
        account = read_account(texts)
        return _offered(typed, account.found) or _named(typed, account.found)


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
