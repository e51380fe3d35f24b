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
    " 張チャン・チョウ 韓ハン・カン 呉オ・ウー・ゴ 申シン 徐ソ・ジョ・シュー 権クォン 黄ファン・コウ 安アン"
    " 宋ソン 柳ユ・リュ 洪ホン 全チョン 高コ・コウ・ガオ 文ムン・ブン 孫ソン・スン 梁ヤン・リョウ 裵ペ 裴ペ"
    " 白ペク・ハク 許ホ・シュー・キョ 南ナム 沈シム・チン 盧ノ・ロ 河ハ 王ワン・オウ 陳チン・チェン"
    " 劉リュウ・リウ 楊ヤン・ヨウ 周シュウ・チョウ 馬マ・マー・バ 朱シュ・チュウ 胡フー・コ 郭カク・グオ"
    " 何カ・ホー 羅ラ・ルオ 蔡サイ・ツァイ 蘇ソ・スー 曹ソウ・ツァオ 謝シャ・シェ 曽ソウ・ツォン 鄧トウ・ドン"
    " 丁テイ・チョン・ディン"
)
_FAMILY_ALSO = (
    "山崎ヤマサキ 中島ナカシマ 小島オジマ・コシマ 小山オヤマ 岩崎イワザキ 柴崎シバサキ 川崎カワザキ 宮崎ミヤサキ"
    " 高崎タカザキ 熊谷クマガヤ・クマタニ 大谷オオヤ 国分コクブ 國分コクブ 東海林トウカイリン 木内キノウチ"
    " 土肥ドヒ 羽田ハダ 米田コメダ・マイタ 城シロ 饗庭アイバ 高田タカタ 中田ナカダ 角田カクタ・ツノダ・カドタ"
    " 新田シンデン 神田カミタ・コウダ 長田ナガタ・オサダ 上村カミムラ・ウエムラ 河内コウチ・カワチ 菅スガ・カン"
    " 東アズマ・ヒガシ 西海サイカイ 日高ヒタカ 安部アンベ 小沢コザワ"
)
_GIVEN_ALSO = (
    "樹タツキ 結菜ユナ 冨美子フミコ 富美子フミコ 正マサシ 恵美メグミ 陽菜ヒナ 淳子アツコ 巌雄イワオ"
    " 友一トモイチ・ユウイチ 信一ノブイチ 志津子シヅコ 千鶴子チヅコ 寿子トシコ 吉三郎キチサブロウ 増子マスコ"
    " 陽翔ハルト・ヒナト 心春コハル 結愛ユア・ユイナ 大翔ヒロト・ハルト 蓮レン 湊ミナト 陽葵ヒマリ 凛リン"
    " 美咲ミサキ 幸子ユキコ・コウコ 順子ヨリコ 裕子ヒロコ・ユウコ 博子ヒロコ"
)
_NAME_AND_KANA = re.compile("([^ァ-ヺ]+)([ァ-ヺー・]+)")
ALSO = {FAMILY: f"{_ABROAD} {_FAMILY_ALSO}", GIVEN: _GIVEN_ALSO}
"""Readings the dictionary does not know: many people's own, and those of family names from Korea and China."""
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
        yield from likeliest([*found, *also()], dictionary.tokenizer())


def also() -> Iterator[Word]:
    """Readings told here."""
    for part, names in ALSO.items():
        for name in map(_NAME_AND_KANA.fullmatch, names.split()):
            yield from ((part, name[1], kana) for kana in name[2].split("・")) if name else ()


def likeliest(found: Iterable[Word], tokenizer: Tokenizer) -> Iterator[Word]:
    """Each name with kanji once: first the reading the tokenizer gives it, where that is one of its readings."""
    readings: dict[tuple[str, str], list[str]] = {}
    for part, written, kana in found:
        if _KANJI.search(written) and _READING.fullmatch(kana):
            readings.setdefault((part, written), []).append(kana)
    for (part, written), known in sorted(readings.items()):
        kana = MENDED[part].get(written) or (known[0] if len(set(known)) == 1 else "")
        first = kana or _read(part, written, tokenizer, sorted(known))
        yield part, written, " ".join(dict.fromkeys((first, *sorted(known))))


def _read(part: str, written: str, tokenizer: Tokenizer, known: list[str]) -> str:
    for word in tokenizer.tokenize(BEFORE[part] + written):
        if word.raw_surface() == written and word.reading_form() in known:
            return str(word.reading_form())
    return known[0]
