"""A text as the rules see it: sentences, and their words with lemma, reading and part of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from sudachipy import Dictionary, SplitMode
from sudachipy import Tokenizer as Sudachi

EXPLANATION = re.compile(r"〈[^〉]*〉")
VALUE = re.compile(r"\{(\w+)\}")
NUMBERS = {
    *("n", "of", "most", "least", "digits", "last", "symbol", "number"),
    *("year", "era_year", "right_year", "day", "days", "age", "amount", "fee", "postage"),
}
"""Values that are figures; every other value stands for a name."""
FIGURE, NAME = "3", "花子"
OPENING, CLOSING = "「『（〈(", "」』）〉)"
ENDS = "。？！?!"
SMALL = frozenset("ァィゥェォャュョヮ")
"""These share the beat of the kana before; ッ, ン and ー are beats of their own."""


@dataclass(frozen=True)
class Word:
    """One word. `kind` is UniDic's part of speech from wide to narrow, the last two being conjugation and form."""

    surface: str
    lemma: str
    normal: str
    reading: str
    kind: tuple[str, ...]

    def isa(self, *kinds: str) -> bool:
        """Whether its part of speech begins with one of these: "動詞", "助詞-接続助詞"."""
        mine = "-".join(self.kind)
        return any(mine.startswith(kind) for kind in kinds)

    @property
    def conjugation(self) -> str:
        """As in 助動詞-ナイ, 五段-カ行."""
        return self.kind[4]

    @property
    def form(self) -> str:
        """As in 連用形-一般, 命令形."""
        return self.kind[5]

    @property
    def negates(self) -> bool:
        """ない, ません, ず and their forms."""
        return self.conjugation in {"助動詞-ナイ", "助動詞-ヌ"} or (self.normal == "無い" and self.isa("形容詞"))

    @property
    def content(self) -> bool:
        """Carries meaning of its own."""
        if self.isa("名詞-数詞", "名詞-固有名詞", "名詞-助動詞語幹", "形状詞-助動詞語幹", "形容詞-非自立可能"):
            return False
        return self.isa("名詞", "動詞", "形容詞", "形状詞", "副詞")


@dataclass(frozen=True)
class Sentence:
    """One sentence or label. `text` is as written, without the sign that ends it; `full` tells that one did."""

    text: str
    full: bool

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, a figure or a name standing for each {value}."""
        filled = VALUE.sub(lambda value: FIGURE if value[1] in NUMBERS else NAME, self.text)
        return _words(filled)

    @cached_property
    def aside(self) -> Sentence:
        """The same without its explanations 〈…〉: they do not make a sentence long."""
        return Sentence(EXPLANATION.sub("", self.text), self.full)

    @cached_property
    def morae(self) -> int:
        """Length in beats (拍), as a voice would say it."""
        return sum(_morae(word.reading) for word in self.words)


def sentences(text: str) -> tuple[Sentence, ...]:
    """A text cut at its full stops and line ends; what stands in brackets stays in one piece."""
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[Sentence]:
    begin = depth = 0
    for n, sign in enumerate(f"{text}\n"):
        depth += (sign in OPENING) - (sign in CLOSING)
        if sign == "\n" or (sign in ENDS and depth <= 0):
            if piece := text[begin:n].strip(" 　・"):
                yield Sentence(piece, sign != "\n")
            begin, depth = n + 1, 0


@cache
def _sudachi() -> Sudachi:
    return Dictionary(dict="core").tokenizer(mode=SplitMode.C)


@cache
def _words(text: str) -> tuple[Word, ...]:
    return tuple(
        Word(m.surface(), m.dictionary_form(), m.normalized_form(), m.reading_form(), tuple(m.part_of_speech()))
        for m in _sudachi().tokenize(text)
        if m.surface().strip()
    )


@cache
def parts(word: str) -> tuple[Word, ...]:
    """A long word in its shortest units: 電話番号 → 電話, 番号."""
    return tuple(
        Word(m.surface(), m.dictionary_form(), m.normalized_form(), m.reading_form(), tuple(m.part_of_speech()))
        for m in _sudachi().tokenize(word, mode=SplitMode.A)
    )


@cache
def lemma_reading(lemma: str) -> str:
    """The reading of a word in its dictionary form, in katakana."""
    return "".join(word.reading for word in _words(lemma))


def _morae(reading: str) -> int:
    return sum("ァ" <= sign <= "ー" and sign not in SMALL for sign in reading)
