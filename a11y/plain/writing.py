"""L11, L12: kanji the reader has learnt; dates and times as they are said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kanji_lists import JOYO, KYOIKU

from a11y.plain.book import units
from a11y.plain.level import Level
from a11y.plain.sentence import Sentence
from a11y.plain.words import About

GRADE = 4
"""学年別漢字配当表 (小学校学習指導要領, 2020): grades 1 to 4 have 642 kanji, about as many as a reader at N3 knows.
There is no ruby yet, so at the strict level a kanji beyond them stands only in an official term that is explained
(the reader must find the same signs on paper). Grown Japanese readers have the 常用漢字表 (2010, 2,136 kanji)."""
LEARNT = frozenset(sign for grade in range(1, GRADE + 1) for sign in getattr(KYOIKU.REIWA2, f"GRADE{grade}"))
KNOWN = {Level.OFFICIAL: frozenset(JOYO), Level.PLAIN: frozenset(JOYO), Level.STRICT: LEARNT}
KANJI = re.compile(r"[㐀-鿿\uf900-\ufaff]")

SLASHED = re.compile(
    r"(?<![\d/])\d{1,4}/\d{1,2}(?![\d/])|(?<!\d)\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)|[RHSTM]\d{1,2}[./]\d"
)
CLOCK = re.compile(r"(?<![\d-])\d{1,2}[:：][0-5]\d(?!\d)")
RANGE = re.compile(r"[\d時日月年円分歳才曜前後}][〜～~‐–−][\d{午月火水木金土日]")
LATE = re.compile(r"(?<!\d)(1[3-9]|2[0-4])時(?!間)")
HOUR = re.compile(r"\d時(?!間)")
HALF = re.compile(r"午前|午後|正午|朝|夜|昼")
ERA_YEAR = re.compile(r"(?:明治|大正|昭和|平成|令和|\{era\})(?:\d+|\{era_year\})年")
WESTERN = re.compile(r"\d{4}年|\{year\}年")


def unlearnt(sentence: Sentence, level: Level) -> Iterator[About]:
    """L11."""
    for word in units(sentence):
        beyond = [sign for sign in word.surface if KANJI.match(sign) and sign not in KNOWN[level]]
        if beyond:
            write = "write it in kana" if level == Level.STRICT else "write it in kana, it is not among the 常用漢字"
            yield About(f"{''.join(beyond)} in {word.surface}: {write}, or use an easier word", word.lemma)


def figures(sentence: Sentence, level: Level) -> Iterator[str]:
    """L12."""
    text = sentence.text
    if SLASHED.search(text):
        yield "a date with signs: write 年, 月, 日"
    if CLOCK.search(text):
        yield "a time with a colon: 午前9時30分"
    if RANGE.search(text):
        yield "a wave between figures: から, まで"
    if LATE.search(text):
        yield "a clock of 24 hours: 午後"
    elif HOUR.search(text) and not HALF.search(text):
        yield "which half of the day: 午前, 午後"
    if level == Level.STRICT and ERA_YEAR.search(text) and not WESTERN.search(text):
        yield "a Japanese year alone: 2026年（令和8年）"


RULES = {"L11": unlearnt, "L12": figures}
