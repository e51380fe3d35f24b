"""What a resident types to ask for the benefit: one person living alone, who will post the papers later."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from tests.journeys.visitor import Reply, Visitor

HOME = "/ja/kasumigahama"
SERVICE = f"{HOME}/kyufukin"
SEEN = re.compile(r'name="seen" value="(\w+)"')
RECALL = re.compile(r'name="recall" value="([\w-]+)"')
"""The first of the answers, which is the right one in the services that ask."""
NUMBER = re.compile(r"\b\d{4}-\d{4}-\d{2}\b")

Typed = Mapping[str, str]

TYPED: Mapping[str, Typed] = {
    "filer": {"value": "self"},
    "applicant-name": {"family": "髙橋", "given": "花子", "family_kana": "たかはし", "given_kana": "ハナコ"},
    "birth-date": {"era": "showa", "year": "１０", "month": "4", "day": "１"},
    "address": {"postcode": "100-0001", "town": "東京都千代田区千代田", "street": "１番１号", "building": ""},
    "phone": {"value": "０３−１２３４−５６７８"},
    "account-place": {"value": "bank"},
    "bank-account": {
        "bank": "みずほ",
        "branch": "東京営業部",
        "account_kind": "ordinary",
        "number": "0012345",
        "holder": "たかはし はなこ",
    },
    "identity-way": {"value": "post"},
}
"""Question → what is typed into its boxes, in the order of the journey."""


class Astray(AssertionError):
    """The journey led to another page than the next one; names both, never what was typed."""


async def apply(visitor: Visitor, typed: Mapping[str, Typed] = TYPED) -> str:
    """From the service's first page, just opened, to the receipt; gives its number."""
    reply = await visitor.post(f"{SERVICE}/", {"do": "begin"})
    ways = [f"{SERVICE}/{step}" for step in typed] + [f"{SERVICE}/review"]
    for (here, there), parts in zip(pairwise(ways), typed.values(), strict=True):
        _arrived(reply, here if visitor.script else "")
        reply = await visitor.post(here, {**parts, "do": "next"})
        _arrived(reply, there if visitor.script else "")
    return number(await press(visitor))


async def press(visitor: Visitor) -> Reply:
    """The page after the act of consent, every question answered."""
    act = await visitor.get(f"{SERVICE}/consent", swap=visitor.script)
    _arrived(act)
    return await visitor.post(f"{SERVICE}/consent", pressing(act.text))


def pressing(act: str) -> dict[str, str]:
    """What the mark on a page of consent sends when it is held down, and the right answer where one is asked for."""
    found = SEEN.search(act)
    if not found:
        raise Astray("no mark to press")
    recall = RECALL.search(act)
    return {"seen": found[1], "do": "seal", "means": "hold"} | ({"recall": recall[1]} if recall else {})


def number(receipt: Reply) -> str:
    """The number on a receipt."""
    found = NUMBER.search(receipt.text)
    if receipt.status != 200 or not found:
        raise Astray(f"no receipt: {receipt.status}")
    return found.group()


def _arrived(reply: Reply, there: str = "") -> None:
    came = reply.headers.get("content-location", "")
    if reply.status != 200 or (there and came != there):
        raise Astray(f"wanted {there or 'a page'}, got {reply.status} {came}")
