"""L1, L2, L3, L15: short sentences, one thing each, lists for many things, short pages."""

from __future__ import annotations

from collections.abc import Iterator

from a11y.plain.level import Level
from a11y.plain.sentence import Sentence, Word

MORAE = {Level.OFFICIAL: 80, Level.PLAIN: 48, Level.STRICT: 36}
"""弘前大学: 24 beats for the first days of a disaster, 48 for daily life. Plain keeps the 48; strict stands half
way, because its readers are learners and must act on what they read; official twice the strict ones and a little."""
CLAUSES = {Level.OFFICIAL: 4, Level.PLAIN: 2, Level.STRICT: 2}
"""弘前大学, rule 3: one subject and one predicate; a condition or a reason before it makes two."""
ITEMS = {Level.OFFICIAL: 5, Level.PLAIN: 4, Level.STRICT: 4}
LONG_ITEMS = 24
"""Three things are a list too when together they are this long in beats (half a sentence of daily life)."""
PAGE = 1000
"""Signs of text on one page: one sheet of A4 in large print."""
JOINING = {"て", "で", "と", "から", "ので", "のに", "が", "けれど", "けれども", "ば", "ながら", "し", "つつ"}
CARRYING = {
    *("居る", "有る", "置く", "行く", "来る", "見る", "仕舞う", "下さる", "貰う", "呉れる", "上げる", "差し上げる"),
    *("良い", "構う", "欲しい", "頂く", "致す"),
}
"""Words that lean on a て before them: 書いて ください is one clause. As Sudachi normalises them."""
OCCASIONS = {"時", "場合", "為", "様", "前", "後", "間", "内", "まま", "侭"}
"""After a verb these close a clause of its own: 来る前に, わからないときは; two joined by や are one condition."""
STATED = {"人", "物", "事", "こと", "為"}
"""After other nouns で may well be the particle of place and time: 3日くらいで、送ります."""
NOMINAL = ("名詞", "接頭辞", "接尾辞", "代名詞", "形状詞", "連体詞")
LINKS = {"や", "か", "と", "又は", "若しくは", "及び", "並びに", "並び"}


def long(sentence: Sentence, level: Level) -> Iterator[str]:
    """L1."""
    beats = sentence.aside.morae
    if beats > MORAE[level]:
        yield f"{beats} beats, at most {MORAE[level]}: make two sentences of it, or leave words out"


def crowded(sentence: Sentence, level: Level) -> Iterator[str]:
    """L2."""
    words = sentence.aside.words
    found = 1 + sum(_closes(words, n) for n in range(len(words)))
    if found > CLAUSES[level]:
        yield f"{found} things in one sentence, at most {CLAUSES[level]}: end it with 。 after the first"


def _closes(words: tuple[Word, ...], n: int) -> bool:
    """Whether a clause ends with word n and the sentence goes on."""
    word, rest = words[n], words[n + 1 :]
    before = words[n - 1] if n else word
    if not any(w.content for w in rest):
        return False
    if word.isa("助詞-接続助詞") and word.surface in JOINING:
        return not _leans(word, rest)
    if word.normal in OCCASIONS and word.isa("名詞"):
        return before.isa("動詞", "助動詞", "形容詞") and rest[0].surface not in {"や", "か"}
    if word.conjugation in {"助動詞-タ", "助動詞-ダ"} and word.form.startswith("仮定形"):
        return True
    paused = rest[0].surface == "、"
    if word.isa("動詞", "形容詞") and word.form.startswith("連用形-一般"):
        return paused
    copula = word.conjugation == "助動詞-ダ" and word.surface == "で"
    return copula and paused and (before.isa("形状詞") or before.normal in STATED)


def _leans(word: Word, rest: tuple[Word, ...]) -> bool:
    after = [w for w in rest if not w.isa("助詞-係助詞", "助詞-副助詞")]
    return word.surface in {"て", "で"} and after[0].normal in CARRYING


def listed(sentence: Sentence, level: Level) -> Iterator[str]:
    """L3."""
    for items, beats in _runs(sentence.aside.words):
        if items >= ITEMS[level] or (items == 3 and beats > LONG_ITEMS and level > Level.OFFICIAL):
            yield f"{items} things side by side: give each a line of its own, beginning with ・"


def _runs(words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Each row of nouns: how many, and how many beats."""
    items, row, linked = 1, [], True
    for word in (*words, None):
        if word and (word.isa(*NOMINAL) or word.surface == "の"):
            items += row != [] and linked
            row.append(word)
            linked = False
        elif word and row and (word.surface in "、・" or word.normal in LINKS):
            linked = True
        else:
            yield items, Sentence("".join(w.surface for w in row), False).morae
            items, row, linked = 1, [], True


def page(signs: int) -> Iterator[str]:
    """L15, for all texts of one page together."""
    if signs > PAGE:
        yield f"{signs} signs on one page, at most {PAGE}: ask on two pages, or leave words out"


RULES = {"L1": long, "L2": crowded, "L3": listed}
