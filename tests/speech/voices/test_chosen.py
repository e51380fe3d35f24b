"""Which voice speaks which language, as an operator says."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.language.words import LANGUAGES
from portal.settings import BadSetting, Settings
from portal.speech.voices.chosen import Voices, chosen
from portal.speech.voices.espeak import Espeak
from portal.speech.voices.openjtalk import Openjtalk
from portal.speech.voices.voice import Silent


def test_every_language_but_one_has_a_voice_without_any_setting() -> None:
    voices = Voices(chosen(Settings().voices))
    assert all(voices.of(one.code) for one in LANGUAGES if one.code != "tl")
    with pytest.raises(Silent):  # no engine of ours has a dictionary for it: the device's own voice speaks
        voices.of("tl")
    assert isinstance(voices.of("ja-simple"), Openjtalk)
    assert isinstance(voices.of("en"), Espeak)
    assert voices.of("en") is voices.of("en")
    assert not voices.recorded


def test_the_browser_may_speak_instead() -> None:
    voices = Voices(chosen("ja=openjtalk, en = browser"))
    for language in ("en", "ko", "tl"):
        with pytest.raises(Silent):
            voices.of(language)


def test_where_recordings_are_played_our_own_voice_speaks_the_rest() -> None:
    voices = Voices(chosen("ja=google,*=google,ja-simple=openjtalk"))
    assert voices.recorded == {one.code for one in LANGUAGES} - {"ja-simple"}
    assert isinstance(voices.of("ja"), Openjtalk)
    assert isinstance(voices.of("en"), Espeak)


def test_a_misspelt_voice_stops_the_start_by_its_name() -> None:
    with pytest.raises(BadSetting, match="openjtolk"):
        chosen("ja=openjtolk")


def test_another_process_makes_the_same_voices() -> None:
    voices = Voices(chosen(Settings().voices), [Path("town.dic")])
    again = Voices.told(voices.tell())
    assert again.of("ja").name == voices.of("ja").name
    assert again.of("ja").name != Voices(chosen(Settings().voices)).of("ja").name
