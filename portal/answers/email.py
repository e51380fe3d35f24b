"""An address of mail, in any width; permissive, because real Japanese addresses break the rules of the books."""

from __future__ import annotations

import re
from datetime import date

from portal.answers.answer_type import Ask, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.language.spelled import spelled
from portal.language.width import narrow
from portal.language.words import Say, say

MOST = 254
"""Signs of a whole address (RFC 5321)."""
_LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}")


class Email(Kind):
    """Kept as typed in half width; the part after @ in small letters."""

    examples = (
        Example(
            {"value": "ａ．１＠Example．jp"},
            "a.1@example.jp",
            ("a.1@example.jp",),
            "エー ドット イチ アットマーク イー エックス エー エム ピー エル イー ドット ジェー ピー",
        ),
    )

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        address = narrow(typed["value"]).replace(" ", "").replace("。", ".").removeprefix("mailto:")
        local, at, domain = address.rpartition("@")
        if message := _amiss(local, at, domain):
            raise Problems(Problem("value", message))
        return f"{local}@{domain.lower()}"

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return spelled(value, ask.words.language)


def _amiss(local: str, at: str, domain: str) -> Say | None:
    if not at or not local or not domain:
        return say("メールアドレスを、「名前@example.jp」のように、@の前と後を書いてください。")
    if not _LOCAL.fullmatch(local):
        return say("メールアドレスの、@より前を見なおしてください。英語の文字、数字、記号が使えます。")
    if "," in domain or not _DOMAIN.fullmatch(domain) or len(local) + len(domain) >= MOST:
        return say("メールアドレスの、@より後を見なおしてください。「example.jp」のように書きます。")
    return None
