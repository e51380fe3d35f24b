"""An account of the post bank by the symbol and number (記号・番号) its passbook shows."""

from __future__ import annotations

from datetime import date

from portal import registries
from portal.answers.account import account_doubts, account_lines, holder_spoken, passbook_spoken
from portal.answers.account_holder import OWN_NAME, own_name, read_holder
from portal.answers.account_number import PHONE_DIGITS, bare_number, too_long
from portal.answers.answer_type import Ask, Assisted, Doubt, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.answers.postal_number import POST, PostalNumber, apart, ends_in_one, no_number, postal
from portal.language.kana import bank_form
from portal.language.width import digits
from portal.language.words import Say, say
from portal.registries import Branch


class PostalAccount(Kind):
    """Kept as a bank account of bank 9900, with `symbol` and `postal_number` as the passbook has them."""

    assists = (OWN_NAME,)
    examples = (
        Example(
            {"symbol": "１０５３０", "number": "12345671", "holder": "ﾔﾏﾀﾞ ｼﾖｳｼﾞ"},
            {
                "bank": {"code": "9900", "name": "ゆうちょ銀行"},
                "branch": {"code": "058", "name": "〇五八店"},
                "account_kind": "ordinary",
                "number": "1234567",
                "holder": "ヤマダ シヨウジ",
                "symbol": "10530",
                "postal_number": "12345671",
            },
            (
                "記号 10530、番号 12345671",
                "ゆうちょ銀行（9900）",
                "〇五八店（058）",
                "普通 1234567",
                "ヤマダ シヨウジ（ﾔﾏﾀﾞ ｼﾖｳｼﾞ）",
            ),
            "記号 イチ ゼロ ゴオ サン ゼロ、番号 イチ ニイ サン ヨン ゴオ ロク ナナ イチ、ヤマダ シヨウジ",
        ),
    )

    def parts(self, ask: Ask) -> tuple[str, ...]:
        return ("symbol", "number", "holder")

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("symbol", _SYMBOL), Problem("number", _NUMBER))

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        account, branch, amiss = _account(typed.get("symbol", ""), bare_number(typed.get("number", ""))[0])
        holder, holder_problem = read_holder(typed.get("holder", ""), ask.holder)
        problems = [Problem(part, message) for part, message in (*amiss, ("holder", holder_problem)) if message]
        if problems or not branch or not account:
            raise Problems(*problems)
        return {
            "bank": {"code": POST, "name": registries.opened().banks.find(POST).found[0].name},
            "branch": {"code": branch.code, "name": branch.name},
            "account_kind": account.kind,
            "number": account.account,
            "holder": holder,
            "symbol": account.symbol,
            "postal_number": account.number,
        }

    def doubtful(self, value: Value, ask: Ask, today: date) -> tuple[Doubt, ...]:
        return tuple(account_doubts(value))

    def unsure(self, value: Value, typed: Typed) -> tuple[Doubt, ...]:
        return ends_in_one(value, typed)

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return account_lines(value, ask.words)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        passbook, holder = passbook_spoken(value, ask.words), holder_spoken(value, ask.words)
        return ask.words(say("{passbook}、{holder}"), passbook=passbook, holder=holder)

    def assist(self, typed: Typed, ask: Ask, do: str) -> Assisted:
        return own_name(typed, ask.holder) if do == OWN_NAME else Assisted(typed)

    def data(self, value: Value) -> Value:
        return {**value, "holder_bank_form": bank_form(value["holder"])}


Amiss = tuple[tuple[str, Say | None], ...]


def _account(symbol: str, number: str) -> tuple[PostalNumber | None, Branch | None, Amiss]:
    """The account, its branch, and what is amiss with either box."""
    if not apart(symbol) and (turned := apart(number)) and not turned[1] and digits(symbol).isdecimal():
        symbol, number = number, symbol  # each in the other's box
    both = apart(symbol) or (apart(number) if not symbol.strip() else None)
    if both is None:
        known = _by_branch(symbol)
        return None, None, (("symbol", _FOR_OTHERS if known else _SYMBOL), ("number", _number_amiss(number)))
    written = both[1] or (number if apart(symbol) else "")
    account = postal(both[0], written)
    branch = _by_branch((account or PostalNumber(both[0], "")).branch)
    wrong = None if account else _not_a_number(both[0], written)
    return account, branch, (("symbol", None if branch else _UNKNOWN), ("number", wrong))


def _not_a_number(symbol: str, written: str) -> Say:
    """What to say of a number that the symbol's passbook cannot have."""
    number = digits(written)
    if not number.isdecimal():
        return _NUMBER
    return no_number(symbol) if len(number) < min(PHONE_DIGITS) else too_long(number)


def _number_amiss(number: str) -> Say | None:
    return None if digits(number).isdecimal() else _NUMBER


def _by_branch(code: str) -> Branch | None:
    matches = registries.opened().banks.branches(POST, code)
    return matches.found[0] if matches.sure else None


_SYMBOL = say("記号を書いてください。通帳の、1から始まる5けたの数字です。")
_FOR_OTHERS = say("これは、ほかの銀行から送るときの番号です。通帳の、1から始まる5けたの記号を書いてください。")
_NUMBER = say("番号を書いてください。通帳の、8けたまでの数字です。最後は1です。")
_UNKNOWN = say("この記号の口座は、見つかりませんでした。通帳を見て、もう一度書いてください。")
