"""Where a phrase that is longer than a line of the largest letters may be parted."""

from __future__ import annotations

from itertools import pairwise

import pytest

from portal.language.phrases.ends import ends
from portal.language.phrases.long import LINE, cuts, sentence
from tests.language.phrases.test_ends import published


def lines(text: str, width: int) -> list[str]:
    """The text as a browser fills lines: parted where it may be, and anywhere where a piece takes more than a line."""
    found, line = [], ""
    at = sorted({0, *ends(text), *cuts(text), len(text)})
    for piece in (text[start:end] for start, end in pairwise(at)):
        if line and len(line) + len(piece) > width:
            found.append(line)
            line = ""
        line += piece
        while len(line) > width:
            found.append(line[:width])
            line = line[width:]
    return [*found, line]


@pytest.mark.parametrize(
    "told",
    [
        "受けつけ|ました",
        "取りやめ|ました。",
        "見つかり|ません|でした",
        "書いて|ください。",
        "アクセシビリ|ティ",
        "ウェブアクセシビリ|ティ",
        "アレクサンド|ラス",
        "今のところに|もどる",
    ],
)
def test_a_long_phrase_is_parted_before_its_ending(told: str) -> None:
    text = told.replace("|", "")
    assert "|".join(text[start:end] for start, end in pairwise((0, *cuts(text), len(text)))) == told


@pytest.mark.parametrize(
    "text", ["", "です", "できました", "ホームページ", "山田 さくら", "ください。", "ABCDEFGH", "受けとることにする"]
)
def test_what_fits_a_line_or_goes_on_is_not(text: str) -> None:
    assert not cuts(text)


def test_a_sentence_is_nobodys_name() -> None:
    assert sentence("\n受けつけました\n")
    assert not sentence("増田 マスミ")


@pytest.mark.parametrize("width", [4, 5, LINE])
def test_no_letter_of_a_published_word_is_left_alone(width: int) -> None:
    last = {text[(0, *ends(text))[-1] :].strip("、。」』）？！ ") for text in published()}
    long = [phrase for phrase in last if len(phrase) > LINE and phrase.isalpha()]
    assert len(long) > 10
    assert not [phrase for phrase in long if len(lines(phrase, width)[-1]) < 2]
