"""The channels of a department as a form: one mail, one system, one batch, the API; and each of them in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from portal.desk.town.editing.amiss import AT
from portal.desk.town.editing.field import Amiss, Field
from portal.language.width import narrow
from portal.language.words import Say, Words, say
from portal.municipalities.delivery import Api, Batch, Channel, Email, Webhook

NONE = "none"
EMAILS: Mapping[str, Say] = {
    "whole": say("申し込みの全部を、1件ずつメールで送る"),
    "notice": say("届いたことだけを、1件ずつメールで知らせる"),
    NONE: say("1件ずつのメールは送らない"),
}
BATCHES: Mapping[str, Say] = {
    NONE: say("まとめて送らない"),
    "day": say("毎日、新しい申し込みをまとめてメールで送る"),
    "week": say("毎週月曜日に、新しい申し込みをまとめてメールで送る"),
}
PDF = say("印刷できるPDFをメールに付ける")
API = say("まちのシステムが、APIで取りに来る")
WEBHOOK = say("まちのシステム（{url}）に、すぐに送る")
SEALED = say("暗号の証明書：{name}")
HOUR = say("{hour}時")
BOXES = (
    Field("email", say("1件ずつのメール")),
    Field("certificate", say("メールを暗号にする証明書のファイル名")),
    Field("url", say("まちのシステムのアドレス")),
    Field("secret", say("署名の秘密のファイル名")),
    Field("batch", say("まとめて送るメール")),
    Field("at", say("まとめて送る時刻"), unit=say("時")),
    Field("batch-certificate", say("まとめて送るメールの証明書のファイル名")),
    Field("pick-api", API),
)
"""Boxes of the form."""
TICKED = "on"


def typed(channels: Sequence[Channel]) -> dict[str, str]:
    """Channels as the boxes hold them; of two of a kind, the first."""
    told = {"email": NONE, "batch": NONE, "at": "7"}
    for channel in reversed(channels):
        told |= _typed(channel)
    return told


def _typed(channel: Channel) -> dict[str, str]:
    if isinstance(channel, Email):
        pdf = {"pick-pdf": TICKED} if channel.pdf else {}
        return {"email": channel.style, "certificate": channel.certificate or "", **pdf}
    if isinstance(channel, Webhook):
        return {"url": channel.url, "secret": channel.secret or ""}
    if isinstance(channel, Batch):
        return {"batch": channel.every, "at": f"{channel.at}", "batch-certificate": channel.certificate or ""}
    return {"pick-api": TICKED}


def read(given: Mapping[str, str]) -> list[dict[str, Any]]:
    """What was typed, as the file would have it. Raises Amiss for an hour that is no number."""
    text = {name: narrow(words) for name, words in given.items()}
    found: list[dict[str, Any]] = []
    if (style := text.get("email", NONE)) != NONE:
        email = {"style": "" if style == "whole" else style, "certificate": text.get("certificate")}
        found.append({"kind": "email", **_said(email), **({"pdf": True} if text.get("pick-pdf") else {})})
    if url := text.get("url"):
        found.append({"kind": "webhook", "url": url, **_said({"secret": text.get("secret")})})
    if (every := text.get("batch", NONE)) != NONE:
        if not text.get("at", "").isdecimal():
            raise Amiss(AT)
        hour = int(text["at"])
        batch = {"every": "" if every == "day" else every, "certificate": text.get("batch-certificate")}
        found.append({"kind": "batch", **_said(batch), **({"at": hour} if hour != Batch(kind="batch").at else {})})
    return [*found, *([{"kind": "api"}] if text.get("pick-api") else [])]


def channel_shown(channel: Channel, words: Words) -> str:
    """A channel in words."""
    if isinstance(channel, Api):
        return words(API)
    if isinstance(channel, Webhook):
        return words(WEBHOOK, url=channel.url)
    sealed = words(SEALED, name=channel.certificate) if channel.certificate else ""
    if isinstance(channel, Email):
        return words.listed([words(EMAILS[channel.style]), words(PDF) if channel.pdf else "", sealed])
    return words.listed([words(BATCHES[channel.every]), words(HOUR, hour=channel.at), sealed])


def _said(values: Mapping[str, str | None]) -> dict[str, str]:
    """Values that were written; all others are as usual."""
    return {name: value for name, value in values.items() if value}
