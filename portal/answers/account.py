"""What bank accounts and accounts of the post bank share: kinds, holder, how an account is shown and spoken."""

from __future__ import annotations

from portal.answers.answer_type import Value
from portal.language.counting import JAPANESE, one_by_one
from portal.language.kana import bank_form, is_reading, katakana, romaji
from portal.language.words import Say, Words, say

NUMBER_DIGITS = 7
ACCOUNT_KINDS = {"ordinary": say("普通"), "checking": say("当座"), "savings": say("貯蓄")}


def read_holder(text: str) -> tuple[str, Say | None]:
    """The holder in full-width kana or capital Latin letters, and what is amiss."""
    holder = katakana(text).upper()
    if not holder:
        return holder, say("口座の名義を書いてください。通帳のとおりに、カタカナで書きます。")
    if bank_form(holder) is None or holder.replace(" ", "").isdecimal():
        return holder, say("口座の名義を、カタカナで書いてください。通帳を開いたところに、カタカナで書いてあります。")
    return holder, None


def account_lines(value: Value, words: Words) -> tuple[str, ...]:
    """Bank, branch, number, holder in full kana and as the passbook prints it."""
    holder, printed = value["holder"], bank_form(value["holder"])
    return (
        f"{value['bank']['name']}（{value['bank']['code']}）",
        f"{value['branch']['name']}（{value['branch']['code']}）",
        f"{words(ACCOUNT_KINDS[value['account_kind']])} {value['number']}",
        holder if printed == holder else f"{holder}（{printed}）",
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
    return ("、" if words.language in JAPANESE else ", ").join(said)


def holder_spoken(value: Value, words: Words) -> str:
    """The holder, in Latin letters for voices that do not read kana."""
    holder = str(value["holder"])
    return romaji(holder) if words.language not in JAPANESE and is_reading(holder) else holder
