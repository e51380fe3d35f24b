"""Published sounds by their names, and one speaker however often the catalogue is read anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from portal.settings import Settings
from portal.speech.published import Published
from portal.speech.script import script
from portal.speech.sounds import Sounds, heard
from portal.speech.speaker import Speaker


@pytest.fixture
def sounds(published: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sounds:
    """Sounds whose voice says what it was given, in letters."""
    speaker = Speaker(Settings(var=tmp_path))
    monkeypatch.setattr(speaker, "made", lambda suffix, said, language: f"{suffix} {said.heard}".encode())
    return Sounds(lambda: speaker, published)


def test_a_published_sentence_is_found_by_its_name(sounds: Sounds, published: Published) -> None:
    for text in list(published)[:50]:
        name = sounds.name(text.language, text.seen)
        assert sounds.get(name, "mp3") == f"mp3 {heard(text).heard}".encode()


def test_nobody_elses_words_have_a_name(sounds: Sounds) -> None:
    assert sounds.name("ja", "髙橋花子さんの生まれた日") == ""
    assert sounds.get("0" * 32, "mp3") is None


def test_on_one_line_with_somebodys_words_nothing_is_published(sounds: Sounds) -> None:
    html = "<main><p>まだ送っていません。</p><p>まだ送っていません。花子さんは、まだです。</p></main>"
    first, *others = sounds.names(script(html, "ja"))
    assert first
    assert others == ["", ""]


def test_what_is_personal_is_not_published_whatever_it_looks_like(sounds: Sounds) -> None:
    (one,) = script("<p>まだ送っていません。</p>", "ja")
    assert sounds.names([one]) == [sounds.name("ja", one.seen)]
    assert sounds.names([replace(one, personal=True)]) == [""]


def test_the_speaker_stays_when_the_catalogue_changes(sounds: Sounds, published: Published) -> None:
    assert sounds.anew(published).speaker is sounds.speaker


def test_nothing_is_made_to_be_ended(published: Published) -> None:
    made: list[Speaker] = []

    def making() -> Speaker:
        made.append(Speaker(Settings()))
        return made[0]

    Sounds(making, published).end()
    assert not made
