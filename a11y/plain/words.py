"""L6, L7, L13: no sound words, few loanwords, official terms explained, hard words said simply."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from a11y.plain.book import Term, easier, terms, units
from a11y.plain.level import Level
from a11y.plain.sentence import NAME, Sentence, Word
from a11y.plain.vocabulary import is_known


class About(NamedTuple):
    """What to write instead, and the word it is about."""

    instead: str
    word: str


TWICE = re.compile(r"(..)\1|(.)\2")
SOUNDING = re.compile(r".ッ.リ")
ORDINARY = {
    *("いろいろ", "色々", "時々", "それぞれ", "段々", "まだまだ", "益々", "元々", "中々", "次々", "度々", "別々"),
    *("ゆっくり", "我々", "様々", "代わる代わる", "いよいよ", "もしもし", "そろそろ", "わざわざ", "やっぱり", "矢張り"),
}
"""Words that repeat a part or end in っり and picture nothing; as Sudachi normalises them."""
KATAKANA = re.compile(r"[ァ-ヴー・]{2,}")
LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]{2,}")
"""やさしい日本語 has no Latin letters but in names; an address of mail is spelled as it is."""
SPELLED = re.compile(r"@|[a-z]\.[a-z]")


def sounding(sentence: Sentence, level: Level) -> Iterator[str]:
    """L6. Words that paint a sound or a feeling: どんどん, しっかり."""
    for word in sentence.words:
        painted = TWICE.fullmatch(word.reading) or SOUNDING.fullmatch(word.reading)
        if painted and len(word.reading) > 2 and word.isa("副詞", "形状詞", "感動詞") and word.normal not in ORDINARY:
            yield f"{word.surface} paints a sound: say what is done, or leave it out"


def foreign(sentence: Sentence, level: Level) -> Iterator[About]:
    """L7."""
    for word in units(sentence):
        letters = LATIN.fullmatch(word.surface) and not SPELLED.search(sentence.text)
        if letters or (KATAKANA.fullmatch(word.surface) and word.isa("名詞")):
            yield About(f"{word.surface} is a loanword: {easier(word) or 'use a Japanese word'}", word.surface)


def hard(sentence: Sentence, level: Level) -> Iterator[About]:
    """L13. Words for which there is an easier one; strict: words above N3 too."""
    for word in units(sentence):
        if easy := easier(word):
            yield About(f"{word.surface}: {easy}", word.lemma)
        elif level == Level.STRICT and word.content and not _foreign(word) and not is_known(word):
            yield About(f"{word.surface} is above N3: use an easier word, or explain it 〈…〉", word.lemma)


def _foreign(word: Word) -> bool:
    return bool(KATAKANA.fullmatch(word.surface)) or word.surface.isascii() or word.surface == NAME


def explained(term: str, text: str) -> bool:
    """Whether a text says what the term is: 続柄〈…〉, 続柄は、…です, or …（続柄）."""
    if term not in text:
        return False
    word = re.escape(term)
    behind, inside = rf"{word}[」』]?[〈（]", rf"[〈（][^〉）]*{word}[^〉）]*[〉）]"
    defined = rf"(?:^|。|「){word}[」』]?(?:とは|は)、?[^。]+。"
    return bool(re.search(f"{behind}|{inside}|{defined}", text))


def unexplained(pages: Iterable[tuple[str, str, object]], level: Level) -> Iterator[tuple[object, About]]:
    """L13, for all texts of one service in their order, as (page, text, mark): each term is explained on the page
    where it first comes. Gives the mark of the text that lacks it."""
    told: set[str] = set()
    grouped: dict[str, list[tuple[str, object]]] = {}
    for page, text, mark in pages:
        grouped.setdefault(page, []).append((text, mark))
    wanted = [term for term in terms().values() if level >= term.needs]
    for texts in grouped.values():
        told |= {term.word for term in wanted for text, _ in texts if explained(term.word, text)}
        for term in wanted:
            for text, mark in texts:
                if term.word not in told and _used(term, text):
                    told.add(term.word)
                    yield mark, About(f"{term.word} is not explained: {term.word}〈{term.means}〉", term.word)


def _used(term: Term, text: str) -> bool:
    """Whether the term stands there by itself, not inside a longer one (介護 in 介護保険証)."""
    if term.word not in text:
        return False
    for word in terms():
        if term.word in word and word != term.word:
            text = text.replace(word, "")
    return term.word in text


RULES = {"L6": sounding, "L7": foreign, "L13": hard}
