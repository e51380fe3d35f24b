"""The Japanese voice: what it reads, and when each word of it sounds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.language.words import words_for
from portal.speech.voices.openjtalk import Openjtalk
from portal.speech.voices.voice import LONGEST, Silent
from tests.speech.given import JAPANESE

VOICE = Openjtalk()
SIGNS = "あいっーゃアンヴ漢字方日々ヽ〇1234567890,.-%()「」『』（【、。！？…〜 　\nAbé🎉𠮷㈱①Ⅳ★→/&@\u200b\u3099"


@pytest.mark.parametrize("text", JAPANESE.values(), ids=JAPANESE.keys())
def test_words_last_as_long_as_the_whole_to_the_millisecond(text: str) -> None:
    sound = VOICE.speak(text)
    assert sound.words[0].start_ms == 0
    assert sound.words[-1].end_ms == round(sound.seconds * 1000)
    assert all(one.end_ms == next.start_ms for one, next in zip(sound.words, sound.words[1:], strict=False))
    assert all(word.end_ms > word.start_ms for word in sound.words)


@pytest.mark.parametrize("text", JAPANESE.values(), ids=JAPANESE.keys())
def test_words_cover_the_text_in_order(text: str) -> None:
    words = VOICE.times(text)
    assert "".join(text[word.start : word.end] for word in words) == text


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=SIGNS, max_size=40))
def test_whatever_is_written_every_sign_is_in_a_word_and_every_sound_is_some_words(text: str) -> None:
    try:
        labels, pieces = VOICE._read(text)
    except Silent:
        return
    assert sum(piece.labels for piece in pieces) == len(labels)
    assert [piece.start for piece in pieces] == [0, *(piece.end for piece in pieces[:-1])]
    assert pieces[-1].end == len(text)
    assert all(piece.end > piece.start and piece.labels for piece in pieces)


def test_times_alone_are_the_times_of_the_sound() -> None:
    text = JAPANESE["a list"]
    assert VOICE.times(text) == VOICE.speak(text).words


READ = {
    "は as it sounds": ("わたしは行く。", "ワタシワイク。"),
    "without marks of voiceless vowels": ("です", "デス"),
    "a day": ("4月1日", "シガツツイタチ"),
}


@pytest.mark.parametrize(("text", "kana"), READ.values(), ids=READ.keys())
def test_reads_in_katakana(text: str, kana: str) -> None:
    assert VOICE.kana(text) == kana


@pytest.mark.parametrize("text", ["", " \n", "　", "あ" * (LONGEST + 1)], ids=["empty", "blank", "wide", "too long"])
def test_what_cannot_be_spoken_is_silent(text: str) -> None:
    with pytest.raises(Silent):
        VOICE.speak(text)


def test_its_licence_is_told() -> None:
    told = words_for("en")(VOICE.credit)
    assert "Mei" in told
    assert "CC BY 3.0" in told
    assert VOICE.licence.startswith("https://creativecommons.org/licenses/by/3.0")
    assert not VOICE.machine
