"""Sentences people really hear, said as they are seen."""

from __future__ import annotations

import errno
from typing import NoReturn

from portal.speech.said import Said

JAPANESE = {
    "one word": "はい",
    "a question": "申請する方のお名前を書いてください。",
    "brackets and pauses": "「はい」を選ぶ（2人）、次へ。",
    "figures": "金額は123456円です。",
    "a date": "4月1日に、30,000円を受け取ります。",
    "a list": "住民票の写し、国民健康保険の保険証、運転免許証のどれかを用意します。",
    "foreign letters": "PDFとJPEGを送れます！？",
    "spaces between": "方書　の 例：３号室",
    "signs at both ends": "※（注意）※",
    "a sign twice as wide": "𠮷田さん、𠮷野さん。",
    "an emoji": "できました🎉 おつかれさまでした。",
}
ENGLISH = {
    "a question": "Please write the name of the head of the household.",
    "figures": "You get 30,000 yen, 3.5 times as much.",
    "quotation": "Press “Next”. (It is at the bottom.)",
}


def as_seen(text: str) -> Said:
    """A text heard as it is seen."""
    return Said(text, text, tuple(range(len(text))))


def full_disk(*_: object, **__: object) -> NoReturn:
    """What writing does on a full disk."""
    raise OSError(errno.ENOSPC, "No space left on device")
