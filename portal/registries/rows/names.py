"""Rows of the names' registry, from Sudachi's dictionary: a name's readings, first the one most people have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sudachipy import Tokenizer

FAMILY, GIVEN = "family", "given"
BEFORE = {FAMILY: "", GIVEN: "田中"}
"""What stands before a name where it is read: a given name follows a family name."""
MENDED = {
    FAMILY: {"比嘉": "ヒガ", "桑原": "クワバラ", "皆川": "ミナガワ"},
    GIVEN: {
        **{"友子": "トモコ", "定子": "サダコ", "清美": "キヨミ", "静": "シズカ", "優花": "ユウカ"},
        **{
            "信夫": "ノブオ",
            "文雄": "フミオ",
            "満": "ミツル",
            "政治": "マサハル",
            "長治": "チョウジ",
            "颯太": "ソウタ",
        },
    },
}
"""Names the dictionary reads otherwise than most of those who bear them."""
_ABROAD = (
    "金キム 朴パク 李イ・リー 崔チェ 林イム・リム・リン 鄭チョン・テイ 姜カン 趙チョ・チョウ 尹ユン"
    " 張チャン・チョウ 韓ハン・カン 呉オ・ウー・ゴ 申シン 徐ソ・ジョ・シュー 権クォン 黄ファン・コウ"
    " 安アン 宋ソン 柳ユ・リュ 洪ホン 全チョン 高コ・コウ・ガオ 文ムン・ブン 孫ソン・スン"
    " 梁ヤン・リョウ 裵ペ 裴ペ 白ペク・ハク 許ホ・シュー・キョ 南ナム 沈シム・チン 盧ノ・ロ 河ハ"
    " 王ワン・オウ 陳チン・チェン 劉リュウ・リウ 楊ヤン・ヨウ 周シュウ・チョウ 馬マ・マー・バ"
    " 朱シュ・チュウ 胡フー・コ 郭カク・グオ 何カ・ホー 羅ラ・ルオ 蔡サイ・ツァイ 蘇ソ・スー"
    " 曹ソウ・ツァオ 謝シャ・シェ 曽ソウ・ツォン 鄧トウ・ドン 丁テイ・チョン・ディン"
)
ABROAD = {name[0]: name[1:].split("・") for name in _ABROAD.split()}
"""Family names many residents brought from Korea and China, and how those read them."""
_PARTS = {"姓": FAMILY, "名": GIVEN}
_KANJI = re.compile("[々〆〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_READING = re.compile("[ァ-ヺー]+")

Word = tuple[str, str, str]
"""A part of a name, how it is written, one of its readings in katakana, or all of them with spaces between."""


def words() -> Iterator[Word]:
    """Every name with kanji and its readings: first the likeliest by the dictionary's own costs."""
    from sudachipy import Dictionary  # a hundred megabytes of memory: whoever only looks up does without

    with closing(Dictionary(dict="core")) as dictionary:
        entries = (
            (entry.part_of_speech(), entry.raw_surface(), entry.reading_form()) for entry in dictionary.entries()
        )
        found = [(_PARTS[kind[3]], written, kana) for kind, written, kana in entries if kind[3] in _PARTS]
        yield from likeliest(found, dictionary.tokenizer())


def likeliest(found: Iterable[Word], tokenizer: Tokenizer) -> Iterator[Word]:
    """Each name with kanji once: first the reading the tokenizer gives it, where that is one of its readings."""
    readings: dict[tuple[str, str], list[str]] = {}
    for part, written, kana in found:
        if _KANJI.search(written) and _READING.fullmatch(kana):
            readings.setdefault((part, written), []).append(kana)
    for (part, written), known in sorted(readings.items()):
        kana = MENDED[part].get(written) or (known[0] if len(set(known)) == 1 else "")
        first = kana or _read(part, written, tokenizer, sorted(known))
        abroad = ABROAD.get(written, ()) if part == FAMILY else ()
        yield part, written, " ".join(dict.fromkeys((first, *sorted(known), *abroad)))


def _read(part: str, written: str, tokenizer: Tokenizer, known: list[str]) -> str:
    for word in tokenizer.tokenize(BEFORE[part] + written):
        if word.raw_surface() == written and word.reading_form() in known:
            return str(word.reading_form())
    return known[0]
