"""A person's name, kept byte for byte as it was typed, with its reading in kana."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from portal.answers.answer_type import Ask, Assisted, Doubt, Example, Problem, Problems, Typed, Value
from portal.answers.joined_name import in_other_order
from portal.answers.kind import Kind
from portal.answers.name_reading import offered, slips, suggested
from portal.answers.typed_name import NAME_PARTS, read_name
from portal.language.counting import JAPANESE
from portal.language.folding import folded
from portal.language.kana import has_kanji, is_latin, is_reading, katakana, romaji
from portal.language.words import Words, say

PLACEHOLDERS = frozenset("〓●■□◆◇○◯?？*＊＿_")
"""What people write where their device lacks a kanji."""
UNTOLD = frozenset({"不明", "不詳", "未定", "わからない", "なし", "同上", "同じ", "本人", "々"})
"""What people write where they tell no name."""
RELATIVES = frozenset({"夫", "妻", "主人", "家内", "父", "母", "子", "子供", "息子", "娘", "長男", "長女", "次男"})
RELATIVES |= {"次女", "祖父", "祖母", "孫", "嫁", "婿"}
"""Who somebody is to the writer, written where the given name belongs."""
_BESIDE = re.compile("株式会社|有限会社|法人|㈱|㈲|^故|[ 　・／/、,，]|(?<=[一-龥])と(?=[一-龥])")
"""What stands in no name with kanji: a company, a second word, a second person."""


class PersonName(Kind):
    """The given name may be missing (people with one name); the reading of a name without kanji may be missing."""

    assists = ("find",)
    examples = (
        Example(
            {"family": "山田", "given": "正二", "family_kana": "やまだ", "given_kana": "ｼｮｳｼﾞ"},
            {"family": "山田", "given": "正二", "family_kana": "ヤマダ", "given_kana": "ショウジ"},
            ("山田　正二", "ヤマダ　ショウジ"),
            "ヤマダ ショウジ",
        ),
        Example(
            {"family": "Nguyễn", "given": "Văn An", "family_kana": "", "given_kana": ""},
            {"family": "Nguyễn", "given": "Văn An", "family_kana": "", "given_kana": ""},
            ("Nguyễn Văn An",),
            "Nguyễn Văn An",
        ),
    )

    def parts(self, ask: Ask) -> tuple[str, ...]:
        return NAME_PARTS

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        name, problems = read_name(typed)
        if problems:
            raise Problems(*problems, help=offered(typed))
        return name

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return read_name({})[1]

    def doubtful(self, value: Value, ask: Ask, today: date) -> tuple[Doubt, ...]:
        return tuple(name_doubts(value))

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return tuple(line for line in (written(value), kana(value)) if line)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return spoken(value, ask.words)

    def assist(self, typed: Typed, ask: Ask, do: str) -> Assisted:
        return suggested(typed) if do == "find" else Assisted(typed)


def written(name: Value) -> str:
    """The whole name as it is written: 山田　正二, Nguyễn Văn An."""
    return _joined(name["family"], name["given"])


def kana(name: Value) -> str:
    """The whole reading in katakana, or "" where none is known."""
    return _joined(name["family_kana"], name["given_kana"])


def spoken(name: Value, words: Words) -> str:
    """The name for a voice: its reading, in Latin letters for voices that do not read kana."""
    said = [name[f"{part}_kana"] or name[part] for part in ("family", "given") if name[part]]
    if words.language in JAPANESE:
        return " ".join(said)
    return " ".join(romaji(part) if is_reading(part) else part for part in said)


def name_doubts(name: Value) -> Iterator[Doubt]:
    """What a clerk would ask about in a name; also for a household."""
    family, given = name["family"], name["given"]
    if not given:
        message = say("名前が空です。名字と名前を、分けて書いてください。名前が一つの人は、このままで大丈夫です。")
        yield Doubt("given", message, "given-missing")
    elif family == given:
        yield Doubt("given", say("名字と名前が同じです。このままでよいか、もう一度見てください。"), "name-twice")
    elif in_other_order(name):
        yield Doubt("family", say("名字と名前が、逆かもしれません。もう一度見てください。"), "name-order")
    for part in ("family", "given"):
        if name[part] in UNTOLD or (part == "given" and name[part] in RELATIVES):
            message = say("名前を書いてください。わからないときは、このままで大丈夫です。役所で確かめます。")
            yield Doubt(part, message, "name-placeholder")
        elif has_kanji(name[part]) and _BESIDE.search(name[part]):
            message = say("名前でない言葉が入っているようです。いらないときは、消してください。")
            yield Doubt(part, message, "name-signs")
        elif name[part].isalpha():
            continue
        elif PLACEHOLDERS & set(name[part]):
            message = say("出ない漢字は、似た漢字か、ひらがなで書いてください。正しい漢字は、役所で確かめます。")
            yield Doubt(part, message, "name-placeholder")
        elif any(sign in "()（）[]［］〔〕" or sign.isdecimal() for sign in name[part]):
            message = say("名前の中に、かっこか数字があります。名前ではないときは、消してください。")
            yield Doubt(part, message, "name-signs")
    yield from _reading_doubts(name)


def _reading_doubts(name: Value) -> Iterator[Doubt]:
    """A name in kana that reads otherwise than its reading, or has no kanji at all."""
    in_kana = [is_reading(katakana(name[part])) for part in ("family", "given")]
    for part, plain in zip(("family", "given"), in_kana, strict=True):
        if plain and folded(name[part]) != folded(name[f"{part}_kana"]):
            message = say("かなで書いた名前と、ふりがながちがいます。どちらが正しいか、見直してください。")
            yield Doubt(f"{part}_kana", message, "reading-differs")
    if all(in_kana):
        message = say("名前が、かなだけです。住民票の名前に漢字があるときは、漢字で書いてください。")
        yield Doubt("family", message, "kana-only")
    yield from slips(name)


def _joined(family: str, given: str) -> str:
    between = " " if (family + given).isascii() or is_latin(family + given) else "　"
    return between.join(part for part in (family, given) if part)
