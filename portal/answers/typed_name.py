"""A typed name: its parts as typed, byte for byte, once what is no name is taken off: 様, notes, readings in brackets.

Only what is certain is taken off or moved to its own box; what is only likely becomes a doubt (see `person_name`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.answers.answer_type import Problem, Typed
from portal.answers.joined_name import apart, from_latin
from portal.answers.kind import one_line
from portal.language.kana import has_kanji, is_latin, is_reading, katakana
from portal.language.width import letters
from portal.language.words import Say, say

NAME_PARTS = ("family", "given", "family_kana", "given_kana")
MOST = 200
"""Letters of one part; names of several words fit many times over."""
DIGITS_OF_A_NUMBER = 3
"""So many digits are a telephone number or a house, not a slip of the finger."""
_ALONE = {"様", "さま", "サマ", "殿", "どの", "氏", "さん", "サン", "先生"}
"""What stands behind a name after a space and is never a name there."""
_ATTACHED = {"様": "サマ", "さま": "サマ", "さん": "サン", "殿": "ドノ", "ちゃん": "チャン", "くん": "クン"}
_HEADING = re.compile(
    r"(?:お?名前|氏名|名字|苗字|姓名|姓|フリガナ|ふりがな|カナ|世帯主|申請者|届出人|本人|代理人?)(?:\s*[:：]\s*|\s+)(?=\S)"
)
_SEAL = re.compile(r"\s*(?:㊞|[(（]印[)）]|(?<=\s)印)$")
_POINTS = re.compile(r"^[、。，,;；:：・/／「」『』“”\s]+|[、。，,;；:：・/／「」『』“”\s]+$")
_DASHES = re.compile(r"[-ー－―‐−–—─\s]+")
"""What alone stands for nothing, or for the kanji 一."""
_BETWEEN = re.compile(r"[・/／,，、]")
"""What stands between two parts in one box, as a space does."""
_TITLE = re.compile(r"(?:mr|mrs|ms|miss|dr)\.?\s+(?=\S)", re.IGNORECASE)
_NOTE = re.compile(r"\s*[(（](?:本人|世帯主|申請者|代理人?|妻|夫|父|母|子|様|さま|満?[0-9０-９]{1,3}\s?[歳才]?)[)）]$")
_AGE = re.compile(r"\s+満?[0-9０-９]{1,3}\s?[歳才]$")
_READING_BESIDE = re.compile(r"([^()（）〔〕\[\]［］]+)[(（〔\[［]([ぁ-ゖァ-ヺーｦ-ﾟ・\s]+)[)）〕\]］]")


def read_name(typed: Typed) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The four parts of a name and what is amiss with them; also for a household."""
    name = {part: one_line(typed.get(part, "")) for part in NAME_PARTS}
    if not _is_plain(name):
        name = _sorted(name)
    problems = [*_written_problems(name)]
    for part, message in _READINGS.items():
        written = name[part.removesuffix("_kana")]
        name[part] = katakana(name[part]) or _own_reading(written)
        if name[part].isascii() and name[part].isalpha():
            name[part] = from_latin("family" if part == "family_kana" else "given", written, name[part])
        if problem := _reading_problem(written, name[part], message):
            problems.append(Problem(part, problem))
    order = {part: n for n, part in enumerate(NAME_PARTS)}
    return name, tuple(sorted(problems, key=lambda problem: order[problem.part]))


def _is_plain(name: dict[str, str]) -> bool:
    """Whether there is nothing to take off or to move: one word in each box, and no sign of a note."""
    return (
        all(name.values())
        and len("".join(name.values()).split()) == 1
        and not name["given"].endswith((*_ATTACHED, ")", "）", "㊞"))
        and not name["family"].endswith(("様", ")", "）", "㊞"))
        and (is_reading(katakana(name["family_kana"])) or has_kanji(name["family"]))
        and not any(map(_POINTS.search, name.values()))
        and not any(map(_DASHES.fullmatch, name.values()))
        and not _stand_together(name)
    )


def _stand_together(name: dict[str, str]) -> bool:
    """Whether one box may hold both parts of what two boxes ask for."""
    pairs = ((name["family"], name["given"]), (name["family_kana"], name["given_kana"]))
    return any(first.endswith(second) or second.startswith(first) for first, second in pairs)


def _sorted(name: dict[str, str]) -> dict[str, str]:
    """Every word in its own box, without what is no name."""
    name = {part: _bare(text) for part, text in name.items()}
    if _DASHES.fullmatch(name["given"]) and not has_kanji(name["family"]):  # one name, and nothing to write there
        name |= {"given": "", "given_kana": _DASHES.sub("", name["given_kana"])}
    for part in ("family", "given"):
        name |= _reading_beside(name, part)
    for part in NAME_PARTS:
        name[part] = _without_title(name[part])
    name |= _of_single_letters(name)
    for first, second in (("family", "given"), ("family_kana", "given_kana")):
        if first == "family" or name["given"]:
            name |= _split(name, first, second)
    for part in ("family", "given"):
        name |= _without_honorific(name, part)
    name |= _swapped(name)
    return name | apart(name)


def _bare(text: str) -> str:
    """Without a heading, a seal, a note and points around."""
    plain = _HEADING.sub("", text, count=1) if _HEADING.match(text) else text
    plain = _SEAL.sub("", _AGE.sub("", _NOTE.sub("", plain)))
    return plain if is_latin(plain) else _POINTS.sub("", plain)


def _of_single_letters(name: dict[str, str]) -> dict[str, str]:
    """Words of the parts whose letters stand wide apart, as on paper forms: 佐　藤, さ と う."""
    found: dict[str, str] = {}
    for first, second in (("family", "given"), ("family_kana", "given_kana")):
        for part, other in ((first, second), (second, first)):
            words = name[part].split()
            wide = len(words) > 2 or (len(words) == 2 and name[other])
            if wide and all(map(_is_letter, words)):
                found[part] = "".join(words)
    return found


def _is_letter(word: str) -> bool:
    return letters(word) == 1 and (has_kanji(word) or is_reading(katakana(word)))


def _reading_beside(name: dict[str, str], part: str) -> dict[str, str]:
    """山田（やまだ） is a name and its reading, and so is 山田 やまだ where the given name has its own box."""
    found = _READING_BESIDE.fullmatch(name[part])
    pair = (found[1].strip(), found[2]) if found else tuple(name[part].split())
    if len(pair) != 2 or not (found or (name["family"] and name["given"])):
        return {}
    written, reading = pair if has_kanji(pair[0]) or found else pair[::-1]
    kana = f"{part}_kana"
    same = bool(found) and katakana(written) == katakana(reading)
    if not (has_kanji(written) or same) or not is_reading(katakana(reading)):
        return {}
    if not found and {written, reading} & {name[other] for other in ("family", "given") if other != part}:
        return {}  # the other part once more, not a reading
    if name[kana] and katakana(name[kana]) != katakana(reading):
        return {}
    return {part: written, kana: reading}


def _without_title(text: str) -> str:
    """Without Mr. in front and 様 behind, where they stand apart."""
    words = text.split()
    if len(words) > 1 and words[-1] in _ALONE:
        text = text[: text.rindex(words[-1])].rstrip()
    return _TITLE.sub("", text, count=1) if _TITLE.match(text) else text


def _split(name: dict[str, str], first: str, second: str) -> dict[str, str]:
    """Family name and given name where both stand in one box: 山田　花子. Latin names have no sure order."""
    for box, other in ((first, second), (second, first)):
        words = name[box].split()
        if len(words) == 1 and not name[other] and has_kanji(name["family"]):
            words = [word for word in _BETWEEN.split(name[box]) if word]
        if len(words) != 2 or is_latin(name[box]):
            continue
        if not name[other]:
            return {first: words[0], second: words[1]}
        if name[other] == words[0 if box == second else 1]:
            return {box: words[0 if box == first else 1]}
        if name[other] == name[box]:
            return {first: words[0], second: words[1]}
    return {}


def _without_honorific(name: dict[str, str], part: str) -> dict[str, str]:
    """Without 様 written onto a name; the reading tells where it belongs to the name (鵜殿, ウドノ)."""
    text, kana = name[part], f"{part}_kana"
    for honorific, sound in _ATTACHED.items():
        stem = text.removesuffix(honorific)
        reading = katakana(name[kana])
        if stem == text or (part == "family" and honorific != "様"):
            continue
        if not has_kanji(stem):
            if stem and honorific == "様":
                return {part: stem, kana: reading.removesuffix(sound)}
            if len(stem) > 1 and honorific in ("さま", "さん") and reading == katakana(text):
                return {part: stem, kana: katakana(stem)}
            continue
        if reading.endswith(sound) and (honorific != "殿" or part == "given"):
            return {part: stem, kana: reading.removesuffix(sound)}
        if honorific in ("くん", "ちゃん"):
            continue
        if not reading.endswith((sound, "ヨウ", "テン", "デン")):
            return {part: stem}
    return {}


def _swapped(name: dict[str, str]) -> dict[str, str]:
    """The name and its reading, where each stands in the other's box."""
    written, reading = (name["family"], name["given"]), (name["family_kana"], name["given_kana"])
    if not all(is_reading(katakana(text)) for text in written if text) or not any(map(has_kanji, reading)):
        return {}
    if [bool(text) for text in written] != [bool(text) for text in reading]:
        return {}
    return dict(zip(NAME_PARTS, (*reading, *written), strict=True))


def _own_reading(part: str) -> str:
    """A name written in kana is its own reading."""
    reading = katakana(part)
    return reading if is_reading(reading) else ""


def _written_problems(name: dict[str, str]) -> Iterator[Problem]:
    if not name["family"]:
        yield Problem("family", say("名字を書いてください。名前が一つだけの人は、ここに書いてください。"))
    for part, too_long in _TOO_LONG.items():
        text = name[part]
        if len(text) > MOST and letters(text) > MOST:
            yield Problem(part, too_long)
        elif text and not _may_be_a_name(text):
            yield Problem(part, _NO_NAME)


def _may_be_a_name(text: str) -> bool:
    if _DASHES.fullmatch(text):
        return False
    if text.isalpha():
        return True
    digits = sum(sign.isdecimal() for sign in text)
    return "@" not in text and "＠" not in text and digits < DIGITS_OF_A_NUMBER and any(map(str.isalpha, text))


def _reading_problem(part: str, reading: str, missing: Say) -> Say | None:
    """What is amiss with a reading; only kanji need one, and whoever writes Latin letters may not know kana."""
    if not part:
        return missing if has_kanji(reading) else None
    if is_reading(reading) and len(reading) <= MOST:
        return None
    if not has_kanji(part):
        return _LATIN_READING if reading else None
    return missing


_READINGS = {
    "family_kana": say("名字のふりがなを、ひらがなか カタカナで書いてください。"),
    "given_kana": say("名前のふりがなを、ひらがなか カタカナで書いてください。"),
}
_LATIN_READING = say("ふりがなは、ひらがなか カタカナで書いてください。わからないときは、空のままでかまいません。")
_NO_NAME = say("名前のところに、数字や記号があります。名前だけを書いてください。")
_TOO_LONG = {
    "family": say("名字が長すぎます。{most}文字までで書いてください。", most=MOST),
    "given": say("名前が長すぎます。{most}文字までで書いてください。", most=MOST),
}
