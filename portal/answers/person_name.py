"""A person's name, kept byte for byte as it was typed, with its reading in kana."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portal.answers.answer_type import Ask, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind, one_line
from portal.language.counting import JAPANESE
from portal.language.kana import is_latin, is_reading, katakana, romaji
from portal.language.words import Say, Words, say

NAME_PARTS = ("family", "given", "family_kana", "given_kana")
MOST = 200
"""Letters of one part; names of several words fit many times over."""


class PersonName(Kind):
    """The given name may be missing (people with one name); the reading of a name in Latin letters may be missing."""

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
            raise Problems(*problems)
        return name

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return read_name({})[1]

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return tuple(line for line in (written(value), kana(value)) if line)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return spoken(value, ask.words)


def read_name(typed: Typed) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The four parts of a name and what is amiss with them; also used by household."""
    name = {part: one_line(typed.get(part, "")) for part in NAME_PARTS}
    problems = [*_written_problems(name)]
    for part, message in _READINGS.items():
        name[part] = katakana(name[part]) or _own_reading(name[part.removesuffix("_kana")])
        if problem := _reading_problem(name[part.removesuffix("_kana")], name[part], message):
            problems.append(Problem(part, problem))
    order = {part: n for n, part in enumerate(NAME_PARTS)}
    return name, tuple(sorted(problems, key=lambda problem: order[problem.part]))


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


def _joined(family: str, given: str) -> str:
    between = " " if (family + given).isascii() or is_latin(family + given) else "　"
    return between.join(part for part in (family, given) if part)


def _own_reading(part: str) -> str:
    """A name written in kana is its own reading."""
    reading = katakana(part)
    return reading if is_reading(reading) else ""


def _written_problems(name: dict[str, str]) -> Iterator[Problem]:
    if not name["family"]:
        yield Problem("family", say("名字を書いてください。名前が一つだけの人は、ここに書いてください。"))
    for part, message in _TOO_LONG.items():
        if len(name[part]) > MOST:
            yield Problem(part, message)


def _reading_problem(part: str, reading: str, missing: Say) -> Say | None:
    if not part or (is_reading(reading) and len(reading) <= MOST):
        return None
    if not reading:
        return None if is_latin(part) else missing
    return _LATIN_READING if is_latin(part) else missing


_READINGS = {
    "family_kana": say("名字のふりがなを、ひらがなか カタカナで書いてください。"),
    "given_kana": say("名前のふりがなを、ひらがなか カタカナで書いてください。"),
}
_LATIN_READING = say("ふりがなは、ひらがなか カタカナで書いてください。わからないときは、空のままでかまいません。")
_TOO_LONG = {
    "family": say("名字が長すぎます。{most}文字までで書いてください。", most=MOST),
    "given": say("名前が長すぎます。{most}文字までで書いてください。", most=MOST),
}
