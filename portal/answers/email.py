"""An address of mail, in any width; permissive, because real Japanese addresses break the rules of the books."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portal.answers.answer_type import Ask, Doubt, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.answers.mail_domain import likely
from portal.answers.typed_mail import read_mail
from portal.language.counting import spelled
from portal.language.width import narrow
from portal.language.words import say

CARRIERS = (
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "au.com",
    "softbank.ne.jp",
    "vodafone.ne.jp",
    "ymobile.ne.jp",
    "disney.ne.jp",
)
"""Telephone companies that gave out addresses with dots where the books forbid them (RFC 5321, dot-string)."""


class Email(Kind):
    """Kept as typed in half width; the part after @ in small letters, in ASCII."""

    nothing = True
    examples = (
        Example(
            {"value": "ａ．１＠Example．jp"},
            "a.1@example.jp",
            ("a.1@example.jp",),
            "エー ドット イチ アットマーク イー エックス エー エム ピー エル イー ドット ジェー ピー",
        ),
    )

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        address, amiss = read_mail(typed["value"])
        if amiss:
            raise Problems(Problem("value", amiss))
        return address

    def doubtful(self, value: Value, ask: Ask, today: date) -> tuple[Doubt, ...]:
        return tuple(_doubts(*value.rsplit("@", 1)))

    def unsure(self, value: Value, typed: Typed) -> tuple[Doubt, ...]:
        local, at, _ = narrow(typed.get("value", "")).rpartition("@")
        if not at or " " not in local.strip() or local.replace(" ", "") != value.rpartition("@")[0]:
            return ()
        message = say("間の空きをとって、「{address}」にしました。正しいか、もう一度見てください。", address=value)
        return (Doubt("value", message, "mail-space"),)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return spelled(value, ask.words.language)


def _doubts(local: str, domain: str) -> Iterator[Doubt]:
    if meant := likely(domain):
        message = say(
            "「{domain}」は、「{meant}」のまちがいかもしれません。もう一度見てください。", domain=domain, meant=meant
        )
        yield Doubt("value", message, "mail-domain")
    if (".." in local or local.startswith(".") or local.endswith(".")) and not domain.endswith(CARRIERS):
        yield Doubt("value", say("@の前の点「.」の場所が、めずらしいです。もう一度見てください。"), "mail-dots")
