"""Spelled: texts that must be heard sign by sign, like addresses of mail."""

from __future__ import annotations

from portal.language.counting import JAPANESE

_NAMES = (
    "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー ピー キュー アール エス ティー"
    " ユー ブイ ダブリュー エックス ワイ ゼット ゼロ イチ ニイ サン ヨン ゴオ ロク ナナ ハチ キュウ"
)
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz0123456789", _NAMES.split(), strict=True))
_IN_JAPANESE = {**_LETTERS, "@": "アットマーク", ".": "ドット", "-": "ハイフン", "_": "アンダーバー", "+": "プラス"}
_IN_ENGLISH = {"@": "at", ".": "dot", "-": "hyphen", "_": "underscore", "+": "plus"}


def spelled(text: str, language: str) -> str:
    """Every letter, digit and sign by its name, in Japanese or as an English voice says it."""
    names = _IN_JAPANESE if language in JAPANESE else _IN_ENGLISH
    return " ".join(names.get(sign.lower(), sign) for sign in text)
