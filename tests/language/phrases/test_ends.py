"""Where a Japanese phrase ends."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from babel.messages.pofile import read_po
from sudachipy import Dictionary, SplitMode

from portal.language.phrases.ends import ends
from portal.language.words import EASY, LOCALES


def parted(text: str) -> str:
    """The text with a stroke at each end."""
    return "|".join(text[start:end] for start, end in pairwise((0, *ends(text), len(text))))


@pytest.mark.parametrize(
    "told",
    [
        "スマホだけで、|はんこなしで、|できます。",
        "あなたの|名前を、|カタカナで|書いてください。|「次へ」を|押すと、|進みます。",
        "申し込みの|様子を|見る",
        "(03) 1234-5678 に|電話してください。",
        "2026年11月29日|（日曜日）から",
    ],
)
def test_a_line_ends_between_phrases(told: str) -> None:
    assert parted(told.replace("|", "")) == told


@pytest.mark.parametrize(
    "name", ["髙橋 花子", "やまだ はなこ", "ヤマダ ハナコ", "山田 さくら", "佐藤　一郎", "さくら市"]
)
def test_a_name_stays_whole(name: str) -> None:
    assert not ends(name)
    assert not ends(f"\n{name}\n")


def test_a_number_a_word_in_letters_and_a_letter_written_as_its_code_stay_whole() -> None:
    told = "平成12345年に&quot;PDFファイル&quot;を&amp;送って123,456円をもらうNGOの&#39;申込&#39;は"
    for place in ends(told):
        before, after = told[place - 1], told[place]
        assert not (before.isascii() and after.isascii()), told[place - 4 : place + 4]
        assert not (before.isdigit() and after.isdigit())
        assert after != "&"


def test_no_line_begins_with_what_ends_one_or_ends_with_what_begins_one() -> None:
    told = "市（町村）の「次へ」、「もどる」。ちょっと、〒 100の『写真』…を！（どれか一つ）ー々"
    for place in ends(told):
        assert told[place] not in "、。）」』！…ー々ょっ", told[place - 3 : place + 3]
        assert told[place - 1] not in "（「『", told[place - 3 : place + 3]


ALLOWED = re.compile(r"[前先]の\|日|鍵\|（|お金は\|いり|大字星\|見")
"""What the dictionary takes for one word and a reader does not."""


def published() -> set[str]:
    """Every line of what is published in Japanese and in easy Japanese."""
    texts: set[str] = set()
    for domain in ("portal", "services"):
        with (LOCALES / EASY / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
            for message in read_po(file):
                for told in (message.id, message.string):
                    texts.update(told if isinstance(told, tuple | list) else (told,))
    return {re.sub("《.*?》|｜", "", line) for text in texts for line in text.split("\n")}


def test_no_word_that_is_published_is_parted() -> None:
    """One that is goes into the words which the model would part."""
    cut = Dictionary(dict="core").tokenizer(SplitMode.C)
    found = []
    for text in published():
        words = {word.end() for word in cut.tokenize(text)}
        parts = [f"{text[max(0, end - 7) : end]}|{text[end : end + 7]}" for end in ends(text) if end not in words]
        found += [part for part in parts if not ALLOWED.search(part)]
    assert not found
