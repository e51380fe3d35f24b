"""The speaker: sounds and times for whoever asks, in memory only."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.settings import BadSetting, Settings
from portal.speech.published import PublicText
from portal.speech.published.shelf import SUFFIXES
from portal.speech.said import Said
from portal.speech.speaker import Speaker, named, seen_words
from portal.speech.voices.chosen import Voices
from portal.speech.voices.google import NAME as GOOGLE
from portal.speech.voices.voice import LONGEST, Silent
from tests.speech.given import as_seen, full_disk
from tests.waiting import until


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The var folder of the module's speaker."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="module")
def speaker(var: Path) -> Iterator[Speaker]:
    """A speaker with one process."""
    one = Speaker(Settings(var=var, speech_processes=1))
    yield one
    one.end()


def kept(var: Path) -> list[str]:
    """Every file of the shelf."""
    return sorted(path.name for path in var.rglob("*") if path.is_file())


def test_nothing_is_started_before_the_first_wish(tmp_path: Path) -> None:
    one = Speaker(Settings(var=tmp_path))
    assert one.voices.of("en").machine
    assert one.hash(as_seen("はい"), "ja")
    assert one.pool.pids == []
    one.end()
    assert list(tmp_path.iterdir()) == []


def test_a_misspelt_voice_stops_the_start() -> None:
    with pytest.raises(BadSetting):
        Speaker(Settings(voices="ja=openjtolk"))


def test_a_personal_sentence_is_heard_and_left_nowhere(speaker: Speaker, var: Path) -> None:
    spoken = speaker.sound(as_seen("山田太郎さんのお名前です。"), "ja")
    assert spoken.mp3
    assert spoken.opus[:4] == b"OggS"
    assert [word.start for word in spoken.words] == sorted({word.start for word in spoken.words})
    assert json.loads(spoken.times)[-1][3] == len(spoken.said.seen)
    assert kept(var) == []


def test_words_are_placed_in_what_is_seen(speaker: Speaker) -> None:
    said = Said("㈱川口です", "株式会社川口です", (0, 0, 0, 0, 1, 2, 3, 4))
    words = speaker.words(said, "ja")
    assert words[0].start == 0
    assert words[-1].end == len(said.seen)


def test_the_whole_is_what_its_parts_are(speaker: Speaker) -> None:
    said = as_seen("はい、そうです。")
    whole = speaker.whole(said, "ja")
    assert whole["mp3"] == speaker.made("mp3", said, "ja")
    assert whole["json"] == speaker.made("json", said, "ja")
    assert len(whole["opus"]) == len(speaker.made("opus", said, "ja"))  # its stream has a number drawn by lot


def test_a_killed_process_costs_nobody_a_sentence(speaker: Speaker) -> None:
    speaker.sound(as_seen("一つ目です。"), "ja")
    os.kill(speaker.pool.pids[0], signal.SIGKILL)
    assert speaker.sound(as_seen("二つ目です。"), "ja").mp3


def test_it_can_be_made_ready_without_waiting(tmp_path: Path) -> None:
    one = Speaker(Settings(var=tmp_path, speech_processes=2))
    one.warm("ja")
    until(lambda: len(one.pool.pids) == 2, what="two processes")
    one.end()


@pytest.mark.parametrize(
    ("text", "language"), [("あ" * (LONGEST + 1), "ja"), ("", "ja"), ("。", "xx")], ids=["too long", "empty", "tongue"]
)
def test_what_cannot_be_spoken_is_silent(speaker: Speaker, text: str, language: str) -> None:
    with pytest.raises(Silent):
        speaker.sound(as_seen(text), language)


def test_a_published_sentence_is_kept_and_given_again(
    speaker: Speaker, var: Path, public: PublicText, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = as_seen(public.seen)
    made = {suffix: speaker.published(public, said, suffix) for suffix in SUFFIXES}
    assert kept(var) == sorted(f"{speaker.hash(said, 'ja')}.{suffix}" for suffix in SUFFIXES)
    monkeypatch.setattr(speaker.pool, "ask", None)
    assert {suffix: speaker.published(public, said, suffix) for suffix in SUFFIXES} == made
    shutil.rmtree(var / "speech")


def test_what_is_not_published_is_never_kept(speaker: Speaker, var: Path) -> None:
    with pytest.raises(TypeError):
        speaker.published("山田太郎", as_seen("山田太郎"), "mp3")  # type: ignore[arg-type]
    assert kept(var) == []


def test_a_full_disk_still_speaks(
    speaker: Speaker, public: PublicText, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.speech.published.shelf.os.replace", full_disk)
    assert speaker.published(public, as_seen(public.seen), "mp3")
    assert kept(var) == []


def test_a_recording_is_played_and_one_that_has_gone_is_not_made_up(
    var: Path, public: PublicText, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, said = Speaker(Settings(var=var, voices="ja=google")), as_seen(public.seen)
    own = one.hash(said, "ja")
    for suffix in SUFFIXES:
        one.shelf.put(GOOGLE, named(GOOGLE, said, "ja"), suffix, b"recorded")
    assert one.hash(said, "ja") != own
    assert one.published(public, said, "mp3") == b"recorded"
    shutil.rmtree(var / "speech")
    assert one.hash(said, "ja") == own


def test_equal_words_have_one_name_and_others_another(speaker: Speaker) -> None:
    hash = speaker.hash(as_seen("はい"), "ja")
    assert hash == speaker.hash(as_seen("はい"), "ja")
    assert len(hash) == 32
    others = [(as_seen("いいえ"), "ja"), (as_seen("はい"), "ja-simple"), (Said("方", "かた", (0, 0)), "ja")]
    assert hash not in {speaker.hash(said, language) for said, language in others}
    other = Speaker(Settings(), Voices.of_settings(Settings(), [Path("x.dic")]))
    assert hash != other.hash(as_seen("はい"), "ja")


PLACES = {
    "as it is seen": ("あい", "あい", (0, 1), [(0, 1), (1, 2)], [(0, 1), (1, 2)]),
    "a sign that is several words": ("㈱x", "かぶx", (0, 0, 1), [(0, 1), (1, 2), (2, 3)], [(0, 0), (0, 1), (1, 2)]),
    "something left out": ("（あ）い", "あい", (1, 3), [(0, 1), (1, 2)], [(0, 3), (3, 4)]),
    "no word": ("あ", "", (), [], []),
}


@pytest.mark.parametrize(("seen", "heard", "origin", "given", "placed"), PLACES.values(), ids=PLACES.keys())
def test_words_keep_their_order_in_what_is_seen(
    seen: str,
    heard: str,
    origin: tuple[int, ...],
    given: list[tuple[int, int]],
    placed: list[tuple[int, int]],
) -> None:
    words = seen_words([(0, 1, start, end) for start, end in given], Said(seen, heard, origin))
    assert [(word.start, word.end) for word in words] == placed


def test_the_server_does_not_carry_the_engines() -> None:
    script = (
        "import sys, portal.app, portal.speech.speaker, portal.speech.published;"
        "print(sorted({'numpy', 'soundfile', 'pyopenjtalk', 'espeakng_loader', 'gtts'} & {*sys.modules}))"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
