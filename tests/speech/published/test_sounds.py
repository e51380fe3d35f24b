"""Published sounds by their names: kept, given again, and never another sentence's."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from portal.settings import Settings
from portal.speech.published import PublicText, Published, Sounds
from portal.speech.published.shelf import Shelf
from portal.speech.published.sounds import Entry
from portal.speech.said import Said
from portal.speech.speaker import Speaker
from portal.speech.voices.google import NAME as GOOGLE
from portal.speech.voices.voice import Silent
from tests.speech.given import full_disk


class Quick(Speaker):
    """A speaker whose sounds are words, and what it was asked."""

    def __init__(self, voices: str = Settings().voices, dictionaries: Callable[[], Any] = tuple) -> None:
        super().__init__(Settings(voices=voices), dictionaries)
        self.asked = list[tuple[str, str]]()

    def made(self, suffix: str, said: Said, language: str) -> bytes:
        self.asked.append((suffix, said.seen))
        return json.dumps([suffix, said.heard]).encode()


@pytest.fixture
def speaker() -> Quick:
    """A speaker."""
    return Quick()


@pytest.fixture
def sounds(published: Published, speaker: Quick, tmp_path: Path) -> Sounds:
    """The sounds of what is published, on an empty shelf."""
    return Sounds(published, speaker, Shelf(tmp_path / "sounds", 1_000_000))


def named(sounds: Sounds, public: PublicText) -> str:
    """The name of a sentence's sound."""
    name = sounds.name(public.language, public.seen)
    assert name
    return name


def test_a_sound_is_made_once_and_kept(sounds: Sounds, speaker: Quick, public: PublicText) -> None:
    name = named(sounds, public)
    made = {suffix: sounds.get(name, suffix) for suffix in ("mp3", "opus", "json")}
    assert made == {suffix: sounds.get(name, suffix) for suffix in made}
    assert len(speaker.asked) == 3
    assert sorted(path.name for path in sounds.shelf.folder.rglob("*.*") if path.is_file()) == sorted(
        f"{name}.{suffix}" for suffix in made
    )


def test_every_sentence_has_a_name_of_its_own(sounds: Sounds, published: Published) -> None:
    names = {sounds.name(text.language, text.seen) for text in published}
    assert None not in names
    assert len(names) == len(published)


def test_nothing_else_has_a_name(sounds: Sounds, speaker: Quick, public: PublicText) -> None:
    assert sounds.name("ja", "山田太郎") is None
    assert sounds.get("0" * 32, "mp3") is None
    assert sounds.get("../../keys", "json") is None
    assert sounds.get(named(sounds, public), "exe") is None
    assert speaker.asked == []


def test_a_name_tells_its_voice_dictionaries_and_language(published: Published, public: PublicText) -> None:
    def name(voices: str, dictionaries: Callable[[], Any] = tuple) -> str:
        return named(Sounds(published, Quick(voices, dictionaries), Shelf(Path("unused"), 0)), public)

    plain = name("ja=openjtalk,en=espeak")
    assert plain == name("ja=openjtalk,en=browser")
    assert plain != name("ja=openjtalk", lambda: [Path("words-1.dic")])


def test_what_the_browser_speaks_has_no_sound(published: Published, tmp_path: Path) -> None:
    sounds = Sounds(published, Quick("ja=openjtalk"), Shelf(tmp_path, 0))
    assert sounds.name("en", "Next") is None


def test_a_full_disk_still_speaks(sounds: Sounds, public: PublicText, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.speech.published.shelf.os.replace", full_disk)
    assert sounds.get(named(sounds, public), "mp3")


def test_a_voice_that_is_silent_leaves_nothing(
    sounds: Sounds, public: PublicText, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object) -> bytes:
        raise Silent("too many wishes")

    monkeypatch.setattr(sounds.speaker, "made", silent)
    with pytest.raises(Silent):
        sounds.get(named(sounds, public), "mp3")
    assert not sounds.shelf.folder.exists()


class TestARecording:
    @pytest.fixture
    def speaker(self) -> Quick:
        return Quick("ja=google,*=espeak")

    def test_is_played_where_there_is_one(self, sounds: Sounds, speaker: Quick, public: PublicText) -> None:
        own, recording = named(sounds, public), Entry.of(public, GOOGLE)
        assert own != recording.name
        for suffix in ("mp3", "opus", "json"):
            sounds.shelf.put(GOOGLE, recording.name, suffix, b"recorded")
        assert named(sounds, public) == recording.name
        assert sounds.get(recording.name, "mp3") == b"recorded"
        assert speaker.asked == []

    def test_that_has_gone_is_spoken_by_our_own_voice_and_not_kept_as_one(
        self, sounds: Sounds, speaker: Quick, public: PublicText
    ) -> None:
        recording = Entry.of(public, GOOGLE)
        assert sounds.get(recording.name, "mp3")
        assert speaker.asked == [("mp3", public.seen)]
        assert not sounds.shelf.has(GOOGLE, recording.name, "mp3")
