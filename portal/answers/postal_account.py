"""An account of the post bank by the symbol and number (記号・番号) its passbook shows."""

from __future__ import annotations

from datetime import date

from portal import registries
from portal.answers.account import account_lines, holder_spoken, read_holder
from portal.answers.answer_type import Ask, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.answers.postal_number import POST, account_number, apart, branch_code, number_of, symbol_of
from portal.language.counting import one_by_one
from portal.language.kana import bank_form
from portal.language.words import Say, say
from portal.registries import Branch


class PostalAccount(Kind):
    """Kept as a bank account of bank 9900, with `symbol` and `postal_number` as the passbook has them."""

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
        typed_symbol, typed_number = apart(typed.get("symbol", ""), typed.get("number", ""))
        symbol, number = symbol_of(typed_symbol), number_of(typed_number)
        branch = _branch(symbol)
        holder, holder_problem = read_holder(typed.get("holder", ""))
        amiss: tuple[tuple[str, Say | None], ...] = (
            ("symbol", None if branch else _UNKNOWN if symbol else _SYMBOL),
            ("number", None if number else _NUMBER),
            ("holder", holder_problem),
        )
        problems = [Problem(part, message) for part, message in amiss if message]
        if problems or not branch or not number:
            raise Problems(*problems)
        return {
            "bank": {"code": POST, "name": registries.opened().banks.find(POST).found[0].name},
            "branch": {"code": branch.code, "name": branch.name},
            "account_kind": "ordinary",
            "number": account_number(number),
            "holder": holder,
            "symbol": symbol,
            "postal_number": number,
        }

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        passbook = ask.words(_PASSBOOK, symbol=value["symbol"], number=value["postal_number"])
        return (passbook, *account_lines(value, ask.words))

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        symbol, number = (one_by_one(value[part], ask.words.language) for part in ("symbol", "postal_number"))
        passbook = ask.words(_PASSBOOK, symbol=symbol, number=number)
        return ask.words(say("{passbook}、{holder}"), passbook=passbook, holder=holder_spoken(value, ask.words))

    def data(self, value: Value) -> Value:
        return {**value, "holder_bank_form": bank_form(value["holder"])}


def _branch(symbol: str | None) -> Branch | None:
    if not symbol:
        return None
    matches = registries.opened().banks.branches(POST, branch_code(symbol))
    return matches.found[0] if matches.sure else None


_PASSBOOK = say("記号 {symbol}、番号 {number}")
_SYMBOL = say("記号を書いてください。通帳の、1から始まる5けたの数字です。")
_NUMBER = say("番号を書いてください。通帳の、8けたまでの数字です。最後は1です。")
_UNKNOWN = say("この記号の口座は、見つかりませんでした。通帳を見て、もう一度書いてください。")
