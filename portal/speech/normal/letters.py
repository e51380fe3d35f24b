"""Letters: addresses of mail and of the web, and Latin letters that stand alone, as a Japanese voice says them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.language.counting import spelled
from portal.language.width import narrow
from portal.speech.normal.piece import Piece

_PART = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_HOST = rf"{_PART}(?:\.{_PART})+"
_MAIL = re.compile(rf"(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]+)@({_HOST})")
_WEB = re.compile(rf"(?:https?://)?(?<![A-Za-z0-9.-])({_HOST})(?::[0-9]+)?(/[A-Za-z0-9._~%?=&#/-]*)?")
_ALONE = re.compile("(?<![A-Za-zＡ-Ｚａ-ｚ0-9.+-])[A-Za-zＡ-Ｚａ-ｚ](?![A-Za-zＡ-Ｚａ-ｚ0-9.+-])")
_HAS_LETTER = re.compile("[A-Za-z]{2}")
_WORDS = {
    "com": "コム", "co": "シーオー", "jp": "ジェーピー", "ne": "エヌイー", "or": "オーアール", "go": "ジーオー",
    "lg": "エルジー", "ac": "エーシー", "net": "ネット", "org": "オルグ", "www": "ダブリューダブリューダブリュー",
    "gmail": "ジーメール", "yahoo": "ヤフー", "docomo": "ドコモ", "ezweb": "イージーウェブ", "au": "エーユー",
    "softbank": "ソフトバンク", "icloud": "アイクラウド", "outlook": "アウトルック", "hotmail": "ホットメール",
    "example": "エグザンプル", "city": "シティ", "town": "タウン", "pref": "プレフ",
}  # fmt: skip
"""Parts of hosts that people know as words; every other part is spelled."""


def addresses(seen: str) -> Iterator[Piece]:
    """hanako@example.jp is spelled up to the @, and then told by the words people know."""
    for found in _MAIL.finditer(seen):
        heard = f"{spelled(found[1], 'ja')} アットマーク {_host(found[2])}"
        yield Piece(found.start(), found.end(), heard)
    for found in _WEB.finditer(seen):
        if _HAS_LETTER.search(found[1].rpartition(".")[2]):
            path = (found[2] or "").rstrip("/")
            yield Piece(found.start(), found.end(), _host(found[1]) + (f" {_path(path)}" if path else ""))


def alone(seen: str) -> Iterator[Piece]:
    """A letter by its name: AとB is エーとビー."""
    for found in _ALONE.finditer(seen):
        yield Piece(found.start(), found.end(), spelled(narrow(found[0]), "ja"))


def _host(text: str) -> str:
    return " ドット ".join(_WORDS.get(part.lower()) or spelled(part, "ja") for part in text.split("."))


def _path(text: str) -> str:
    return " ".join("スラッシュ" if sign == "/" else spelled(sign, "ja") for sign in text)
