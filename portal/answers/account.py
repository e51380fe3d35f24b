"""What bank accounts and accounts of the post bank share: kinds, how an account is shown and spoken, its doubts."""

from __future__ import annotations

from collections.abc import Iterator

from portal.answers.answer_type import Doubt, Value
from portal.language.counting import JAPANESE, one_by_one
from portal.language.kana import bank_form, is_reading, romaji
from portal.language.width import narrow
from portal.language.words import Words, say

NUMBER_DIGITS = 7
HOLDER_SIGNS = 30
"""Signs of a holder in a transfer (総合振込, 受取人名); banks cut what is longer."""
ACCOUNT_KINDS = {"ordinary": say("普通"), "checking": say("当座"), "savings": say("貯蓄")}
_KIND_WORDS = {"普通": "ordinary", "普通預金": "ordinary", "総合口座": "ordinary", "総合": "ordinary", "普": "ordinary"}
_KIND_WORDS |= {"当座": "checking", "当座預金": "checking", "貯蓄": "savings", "貯蓄預金": "savings"}
PASSBOOK = say("記号 {symbol}、番号 {number}")


def kind_of(text: str) -> str:
    """The id of an account's kind, by its id or by what passbooks call it; "" for anything else."""
    plain = narrow(text)
    return plain if plain in ACCOUNT_KINDS else _KIND_WORDS.get(plain, "")


def account_lines(value: Value, words: Words) -> tuple[str, ...]:
    """The passbook's symbol and number where it has them; bank, branch, number, holder in kana and as printed."""
    holder, printed = value["holder"], bank_form(value["holder"])
    passbook = (words(PASSBOOK, symbol=value["symbol"], number=value["postal_number"]),) if value.get("symbol") else ()
    return (
        *passbook,
        *(words.in_brackets(value[part]["name"], value[part]["code"]) for part in ("bank", "branch")),
        f"{words(ACCOUNT_KINDS[value['account_kind']])} {value['number']}",
        words.in_brackets(holder, "" if printed == holder else str(printed)),
    )


def account_spoken(value: Value, words: Words) -> str:
    """The same for a voice, the number digit by digit."""
    said = (
        value["bank"]["name"],
        value["branch"]["name"],
        words(ACCOUNT_KINDS[value["account_kind"]]),
        one_by_one(value["number"], words.language),
        holder_spoken(value, words),
    )
    return words.listed(said)


def passbook_spoken(value: Value, words: Words) -> str:
    """Symbol and number for a voice."""
    symbol, number = (one_by_one(value[part], words.language) for part in ("symbol", "postal_number"))
    return words(PASSBOOK, symbol=symbol, number=number)


def holder_spoken(value: Value, words: Words) -> str:
    """The holder, in Latin letters for voices that do not read kana."""
    holder = str(value["holder"])
    return romaji(holder) if words.language not in JAPANESE and is_reading(holder) else holder


def account_doubts(value: Value) -> Iterator[Doubt]:
    """What a clerk would ask about in an account."""
    printed = bank_form(value["holder"]) or ""
    if len(printed) > HOLDER_SIGNS:
        message = say("口座の名義が長いです。通帳に書いてあるのと同じか、見てください。")
        yield Doubt("holder", message, "holder-long")
    if len(value["number"].lstrip("0")) < 4:
        message = say("口座番号が短いです。通帳に書いてあるのと同じか、見てください。")
        yield Doubt("number", message, "number-short")
