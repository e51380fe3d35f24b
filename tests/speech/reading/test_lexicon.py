"""The lexicon: every word is read as it says, alone and in a sentence, and no other word suffers from it."""

from __future__ import annotations

import re

import pytest

from portal.speech.reading.entry import Entry
from portal.speech.reading.lexicon import entries
from portal.speech.reading.sound import alike
from tests.speech.reading.conftest import Kana

INNOCENT = {
    "地方書店": "チホーショテン",
    "何か書いてください": "ナニカカイテクダサイ",
    "何が必要ですか": "ナニガヒツヨーデスカ",
    "何のために": "ナンノタメニ",
    "字を書く": "ジヲカク",
    "大文字": "オーモジ",
    "国内水路": "コクナイスイロ",
    "都市雨水計画": "トシウスイケーカク",
}


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.word)
def test_a_word_is_read_as_it_says(entry: Entry, kana: Kana) -> None:
    assert alike(kana(entry.word), entry.reading)
    assert alike(kana(f"この{entry.word}です"), f"コノ{entry.reading}デス")


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.word)
def test_an_entry_can_be_spoken(entry: Entry) -> None:
    assert re.fullmatch("[ァ-ヺー・]+", entry.reading)
    assert 0 <= entry.accent <= len(entry.reading)


def test_no_word_stands_twice() -> None:
    words = [entry.word for entry in entries()]
    assert len(words) == len({*words})


@pytest.mark.parametrize(("seen", "read"), INNOCENT.items())
def test_other_words_stay_as_they_were(seen: str, read: str, kana: Kana) -> None:
    assert alike(kana(seen), read)
