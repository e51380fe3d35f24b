"""Untold: 「なし」 and 「わからない」, as the readers of each language write them, whatever language the page is in.

Each translation asks for one of these words; a test reads the translations and holds this table to them.
"""

from __future__ import annotations

import re

from portal.language.width import narrow

MOST = 40
"""Signs; more are an answer."""
NONE_IN_JAPANESE = "なし"
_NONE = (
    *("none", "no", "n/a", "无", "没有", "沒有", "無", "없음", "없어요", "없습니다", "없다", "không", "không có"),
    *("não", "não tem", "não tenho", "não há", "nenhum", "nenhuma", "sem número", "s/n"),
    *("no tiene", "no tengo", "no hay", "ninguno", "ninguna", "sin número", "wala", "wala po"),
    *("छैन", "केही छैन", "tidak ada", "tak ada", "tidak punya"),
)
_NOT_KNOWN = (
    *("unknown", "not known", "i don't know", "don't know", "不知道", "不清楚", "不明", "不详", "不詳"),
    *("모름", "모릅니다", "몰라요", "모르겠습니다", "모르겠어요", "không biết", "không rõ", "không nhớ"),
    *("não sei", "não se sabe", "desconhecido", "não lembro", "no sé", "no se", "no lo sé", "desconocido"),
    *("no recuerdo", "hindi alam", "hindi ko alam", "hindi ko po alam", "di ko alam"),
    *("थाहा छैन", "थाहा भएन", "tidak tahu", "tidak diketahui", "tak tahu"),
)


def _pattern(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(narrow(word)) for word in sorted(words, key=len, reverse=True))


NONE, NOT_KNOWN = _pattern(_NONE), _pattern(_NOT_KNOWN)
"""Both as patterns, for texts brought to plain form by `narrow` and to small letters."""
_IS_NONE = re.compile(NONE)


def is_none(text: str) -> bool:
    """Whether a text says in a foreign language that there is none: không có, wala, छैन。"""
    return len(text) < MOST and bool(_IS_NONE.fullmatch(narrow(text).rstrip("。.।").lower()))
