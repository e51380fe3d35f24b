"""L8, L9, L10, L14: verbs for deeds, clear endings, です・ます, てください, and no courtly forms."""

from __future__ import annotations

from collections.abc import Iterator

from a11y.plain.book import easier
from a11y.plain.level import Level
from a11y.plain.sentence import CLOSING, OPENING, Sentence, Word

DOING = {"行う", "行なう", "実施"}
VAGUE = {
    "恐れ": "〜かもしれません, or what will happen",
    "見込み": "〜する予定です",
    "可能性": "〜かもしれません",
    "適宜": "いつでも, or when",
    "随時": "いつでも",
    "概ね": "だいたい",
    "原則": "leave it out, or name the exceptions",
    "原則として": "leave it out, or name the exceptions",
}
COURTLY = {
    "致す": "する",
    "御座る": "です, あります",
    "申し上げる": "言う",
    "頂く": "もらう, 〜てください",
    "参る": "行く, 来る",
    "伺う": "聞く, 行く",
    "存ずる": "思う, 知る",
    "仰る": "言う",
    "召し上がる": "食べる",
    "ご覧": "見る",
}
ADORNED = {"電話", "名前", "手紙", "知らせ", "返事", "時間", "仕事", "部屋", "薬", "体"}
"""Words that say the same without お; おふろ, おじいさん do not."""


def verbless(sentence: Sentence, level: Level) -> Iterator[str]:
    """L8."""
    words = sentence.words
    for n, word in enumerate(words[:-1]):
        after = [w.normal for w in words[n + 1 : n + 3]]
        if not word.isa("名詞-普通名詞-サ変可能", "名詞-普通名詞-サ変形状詞可能"):
            continue
        if after[0] == "を" and len(after) > 1 and after[1] in DOING:
            yield f"{word.surface}を行う: use the verb ({easier(word) or word.surface + 'する'})"
        elif after[0] == "可能" or (after[0] in {"が", "は", "も"} and after[1:] == ["可能"]):
            yield f"{word.surface}が可能: 〜できます ({easier(word) or word.surface + 'できます'})"
        elif after[0] == "が" and after[1:] == ["必要"] and easier(word):
            yield f"{word.surface}が必要: 〜てください ({easier(word)})"


def vague(sentence: Sentence, level: Level) -> Iterator[str]:
    """L9."""
    words = sentence.words
    for n, word in enumerate(words):
        before = words[n - 1] if n else word
        rest = [w.normal for w in words[n + 1 : n + 3]]
        there_is = rest in (["が", "有る"], ["も", "有る"]) and not any(w.negates for w in words[n + 3 : n + 6])
        if word.normal in VAGUE and word.isa("名詞", "副詞"):
            yield f"{word.surface} is vague: {VAGUE[word.normal]}"
        elif word.normal == "場合" and there_is:
            yield "場合があります is vague: say when"
        elif word.normal in {"事", "こと"} and there_is and before.isa("動詞"):
            yield "〜ことがあります is vague: say when, or 〜できます"
        elif word.conjugation == "助動詞-レル" and before.normal in {"思う", "考える", "見込む"}:
            yield "と思われます is vague: 〜です"


def ending(sentence: Sentence, level: Level) -> Iterator[str]:
    """L10. A sentence ends in です, ます or てください; a label may end in anything but a command."""
    words = _outer(sentence.words)
    if not words:
        return
    last = words[-1]
    if _asks(words):
        yield "お願いします: say the deed (〜てください)"
    elif last.form == "命令形" and last.normal != "下さる" and words[0].normal != "御免":
        yield "a command: 〜てください"
    elif _blunt(words) or (sentence.full and not _polite(words) and words[0].normal != "御免"):
        yield "end it in です or ます"


def _outer(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words before a bracket that ends the sentence, and without か, ね, よ at its end."""
    depth, keep = 0, len(words)
    for n in range(len(words) - 1, -1, -1):
        sign = words[n].surface
        depth += (sign in CLOSING) - (sign in OPENING)
        if not depth and not (words[n].isa("助詞-終助詞") or sign in OPENING):
            keep = n + 1
            break
    return words[:keep]


def _asks(words: tuple[Word, ...]) -> bool:
    """お願いします, お願いいたします."""
    said = "".join(word.surface for word in words[-4:])
    return said.endswith(("願います", "願いします", "願いいたします", "願い致します"))


def _blunt(words: tuple[Word, ...]) -> bool:
    """だ, である, べし, even without a full stop."""
    blunt = words[-1].conjugation in {"助動詞-ダ", "文語助動詞-ベシ"}
    return blunt or [word.surface for word in words[-2:]] == ["で", "ある"]


def _polite(words: tuple[Word, ...]) -> bool:
    last = words[-1]
    if last.conjugation in {"助動詞-デス", "助動詞-マス"} or last.normal == "下さる":
        return True
    before = words[-2] if len(words) > 1 else last
    return last.conjugation in {"助動詞-タ", "助動詞-ヌ"} and before.conjugation in {"助動詞-マス", "助動詞-デス"}


def courtly(sentence: Sentence, level: Level) -> Iterator[str]:
    """L14. お〜になる, お〜ください, お〜する, いたします; strict: also お and ご before a noun."""
    words = sentence.words
    for n, word in enumerate(words):
        if word.normal in COURTLY:
            yield f"{word.surface}: {COURTLY[word.normal]}"
        elif word.normal == "居る" and word.surface == "おり" and word.isa("動詞"):
            yield "おります: います"
        elif word.normal == "お知らせ" and [w.normal for w in words[n + 1 : n + 2]] == ["為る"]:
            yield "お知らせします: 知らせます"
        elif word.isa("接頭辞") and word.surface in {"お", "ご", "御"} and n + 1 < len(words):
            yield from _prefixed(word.surface, words[n + 1], words[n + 2 : n + 4], level)


def _prefixed(said: str, word: Word, after: tuple[Word, ...], level: Level) -> Iterator[str]:
    """What お or ご makes of the word behind it."""
    following = [w.normal for w in after]
    if following[:1] == ["下さる"]:
        yield f"{said}{word.surface}ください: 〜てください"
    elif following == ["に", "成る"]:
        yield f"{said}{word.surface}になる: {word.lemma}"
    elif following[:1] in (["為る"], ["出来る"]) and word.normal not in {"願う", "世話"}:
        yield f"{said}{word.surface}する: {word.lemma}"
    elif word.isa("動詞") and word.normal not in {"願う", "知らせる"}:
        yield f"{said}{word.surface}: {word.lemma}"
    elif word.surface == "住まい":
        yield "お住まい: 住んでいる"
    elif level == Level.STRICT and (word.normal in ADORNED or (said == "ご" and word.isa("名詞"))):
        yield f"{said}{word.surface}: {word.surface}"


RULES = {"L8": verbless, "L9": vague, "L10": ending, "L14": courtly}
