"""Signs: ㈱ № ※ and what else voices pass over in silence, by their names; bullets and ornaments are not said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.language.width import KANJI_DIGITS
from portal.speech.normal.piece import Piece

NAMED = {
    **{"㈱": "株式会社", "㈲": "有限会社", "㈹": "代表", "℡": "電話", "☎": "電話", "☏": "電話", "№": "ナンバー"},
    **{"※": "こめじるし、", "□": "四角", "☐": "四角", "☑": "チェック", "✓": "チェック", "✔": "チェック"},
    **{"〇": "マル", "○": "マル", "◯": "マル", "◎": "二重マル", "×": "バツ", "✕": "バツ", "△": "三角", "▲": "三角"},
    **{"㎡": "平方メートル", "㎝": "センチメートル", "㎜": "ミリメートル", "㎞": "キロメートル", "㎏": "キログラム"},
    **{"℃": "度", "&": "アンド", "＆": "アンド", "+": "プラス", "＋": "プラス", "=": "イコール", "＝": "イコール"},
    **{"@": "アットマーク", "＠": "アットマーク", "〆": "しめ", "¥": "円", "￥": "円", "\N{NO-BREAK SPACE}": " "},
    **{chr(ord("①") + n): f"{n + 1}、" for n in range(20)},
}
PAUSES = "→⇒➡⇨／/：:（）()〈〉《》【】［］[]｜|…‥・･"
ORNAMENTS = "●■◆◇★☆▼▽◀▶▷◁◉•‣▪▫♪♡♥❤☺☝✨⭐✉✂📞📱📧🏠"
_NUMBER_NAMED = re.compile("(?<![A-Za-z])(?:No|NO|Ｎｏ|ＮＯ)[.．] ?(?=[0-9０-９])")
_NAMED_ALONE = re.compile("(?<=[「や])([-－.．])(?=[」な])")
_YEN = re.compile("[¥￥] ?([0-9０-９][0-9０-９,，]*)")
_TIMES = re.compile("(?<=[0-9０-９]) ?[×✕] ?(?=[0-9０-９])")
_KANJI_DIGITS = re.compile("[〇一二三四五六七八九]{2,}")
_ORNAMENT = re.compile(f"[{ORNAMENTS}\ufe0f\U0001f300-\U0001faff]+ ?")
_BULLET = re.compile("^[ 　]*(?:[・･*＊-][ 　]?(?=\\S)|[○〇◯□][ 　]?(?=はい|いいえ|[^\\sをにはがのとでか、。]))")
_PAUSE = re.compile(f" ?[{re.escape(PAUSES)}]+ ?")
_NAMED = re.compile(f"[{re.escape(''.join(NAMED))}]")


def signs(seen: str) -> Iterator[Piece]:
    """Every sign that a voice would swallow, by its name."""
    for found in _NUMBER_NAMED.finditer(seen):
        yield Piece(found.start(), found.end(), "ナンバー")
    for found in _YEN.finditer(seen):
        yield Piece(found.start(), found.end(), f"{found[1]}円")
    for found in _TIMES.finditer(seen):
        yield Piece(found.start(), found.end(), "かける")
    for found in _KANJI_DIGITS.finditer(seen):
        if "〇" in found[0].strip("〇") or (found[0][-1] == "〇" and found[0].strip("〇")):
            yield Piece(found.start(), found.end(), found[0].translate(KANJI_DIGITS))
    for found in _NAMED_ALONE.finditer(seen):
        yield Piece(found.start(), found.end(), "ハイフン" if found[1] in "-－" else "ドット")
    for found in _NAMED.finditer(seen):
        yield Piece(found.start(), found.end(), NAMED[found[0]])


def ornaments(seen: str) -> Iterator[Piece]:
    """What is only looked at: bullets at the beginning, stars, small pictures."""
    for pattern in (_BULLET, _ORNAMENT):
        for found in pattern.finditer(seen):
            yield Piece(found.start(), found.end(), "")


def pauses(seen: str) -> Iterator[Piece]:
    """Brackets, slashes and arrows are a breath; at the edges of a sentence and beside 、 and 。 nothing."""
    for found in _PAUSE.finditer(seen):
        before, after = seen[: found.start()].rstrip()[-1:], seen[found.end() : found.end() + 1]
        silent = not before or not after or before in "、。" or after in "、。！？!?"
        yield Piece(found.start(), found.end(), "" if silent else "、")
