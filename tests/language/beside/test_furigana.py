"""Furigana: every sentence of the portal has them, and they sound as its approved reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

import jaconv
import pytest

from portal import municipalities
from portal.language.beside.furigana import RUN, above, with_kana
from portal.language.beside.signs import with_ruby
from portal.language.words import words_for
from portal.speech.reading import approved

VOWELS = {
    sign: vowel
    for row, vowel in (
        ("アカサタナハマヤラワガザダバパァャヮ", "ア"),
        ("イキシチニヒミリギジヂビピィ", "イ"),
        ("ウクスツヌフムユルグズヅブプュゥヴ", "ウ"),
        ("エケセテネヘメレゲゼデベペェ", "エ"),
        ("オコソトノホモヨロヲゴゾドボポョォ", "オ"),
    )
    for sign in row
}
LIKE = str.maketrans("ハヘヂヅ", "ワエジズ")
"""What sounds like others in some words, told from no other here."""
UNSURE = re.compile(r"[0-9０-９A-Za-z{}@._+\-\0,/%()（）「」・、。:?？!\s　〈〉]+|か月|か所")
"""Numbers, names of things and signs: they are said otherwise than they are written."""
COUNTERS = {"人", "元", "円", "回", "年", "日", "月", "枚", "通"}
"""What stands beside a box for a number."""


def sound(kana: str) -> str:
    """Kana as they sound: long vowels written out, signs left out."""
    said = ""
    for sign in jaconv.hira2kata(kana).translate(LIKE):
        vowel = VOWELS.get(said[-1:], said[-1:])
        said += vowel if sign == "ー" or (vowel + sign) in {"オウ", "エイ"} else sign
    return re.sub("[^ァ-ヺ]", "", said)


def sentences() -> Iterator[tuple[str, str]]:
    """Every published sentence in Japanese with its approved kana."""
    for file, by_language in approved.published(municipalities.load().values()).items():
        kept = approved.kept(file)
        for language, seen in by_language.items():
            yield from ((each, kept[language][each]) for each in seen)


def test_every_sentence_sounds_as_was_approved() -> None:
    wrong, bare = [], set()
    for seen, kana in sentences():
        runs = [(run, above(seen, run.start(), run.end())) for run in RUN.finditer(seen)]
        bare |= {
            run[0] for run, read in runs if not read and seen[run.start() - 1 : run.start()] not in {*"0123456789}"}
        }
        written = RUN.sub("\0", with_ruby(with_kana(seen), r"\2"))
        parts = (sound(part) for part in UNSURE.sub("\0", written).split("\0"))
        if not re.fullmatch(".*?" + ".*?".join(map(re.escape, parts)) + ".*", sound(kana)):
            wrong.append((seen, written, kana))
    assert not wrong
    assert bare <= COUNTERS, "runs of kanji without kana: locales/furigana.kana"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("住民票の写し", "住民(じゅうみん)票(ひょう)の写(うつ)し"),
        ("この写真は開けませんでした。", "この写真(しゃしん)は開(ひら)けませんでした。"),
        ("かぎを開けました。", "かぎを開(あ)けました。"),
        ("{n}分くらいです。", "{n}分くらいです。"),
        ("10月", "10月"),
        ("髙橋", "髙橋"),
    ],
)
def test_kana_stand_above_the_kanji_they_read(text: str, wanted: str) -> None:
    assert with_ruby(with_kana(text), r"\1(\2)") == wanted


def test_what_is_filled_in_stays_as_it_was_written() -> None:
    told = words_for("ja+kana")("{name}さんの{what}", name="本人 世帯", what="家")
    assert told == "本人 世帯さんの家"
