"""Nothing, in words: what people write into a box that may stay empty."""

from __future__ import annotations

import re

from portal.language.replies import untold
from portal.language.width import narrow
from portal.language.written_date import NOT_KNOWN

_THINGS = "スマホ|スマートフォン|携帯|けいたい|電話|でんわ|パソコン|メール|メアド|メルアド|メールアドレス|アドレス"
_THINGS += "|番号|建物|マンション"
_NONE = re.compile(
    f"(?:(?:{_THINGS})[はがもを、 ]?)?(?:特に|とくに)?"
    "(?:なし|無し|ナシ|無|ない|無い|ありません|(?:持|も)って(?:い)?(?:ない|ません)|使って(?:い)?(?:ない|ません)|使いません|しません"
    f"|不要|[-ー×✕/]+|{untold.NONE}|{NOT_KNOWN})(?:です)?"
)


def is_nothing(text: str) -> bool:
    """Whether somebody says that there is nothing to write, or that they do not know it: なし, スマホはありません."""
    return len(text) < untold.MOST and bool(_NONE.fullmatch(narrow(text).rstrip("。.।").lower()))
