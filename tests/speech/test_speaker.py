"""The speaker: sounds and times for whoever asks, personal ones in memory only."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.settings import Settings
from portal.speech import speaker as module
from portal.speech.public import PublicText
from portal.speech.published import Published
from portal.speech.said import Said
from portal.speech.speaker import Recent, Speaker, seen_words
from portal.speech.voices.chosen import Voices
from portal.speech.voices.voice import LONGEST, Silent, Word
from tests.speech.given import as_seen


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
    return sorted(path.name for path in (var / "speech").rglob("*") if path.is_file())


def test_nothing_starts_before_the_first_wish(tmp_path: Path) -> None:
    one = Speaker(Settings(var=tmp_path))
    assert one.credit("ja").text
    assert one.machine("en")
    assert one.hash(as_seen("はい"), "ja")
    assert one.pool.pids == []
    assert list(tmp_path.iterdir()) == []


def test_a_personal_sentence_is_heard_and_left_nowhere(speaker: Speaker, var: Path) -> None:
    before = kept(var)
    spoken = speaker.sound(as_seen("山田太郎さんのお名前です。"), "ja")
    assert spoken.mp3
    assert spoken.opus[:4] == b"OggS"
    assert [word.start for word in spoken.words] == sorted({word.start for word in spoken.words})
    assert kept(var) == before


def test_times_are_those_of_what_is_seen(speaker: Speaker) -> None:
    said = Said("㈱川口です", "株式会社川口です", (0, 0, 0, 0, 1, 2, 3, 4))
    words = speaker.words(said, "ja")
    assert words[0].start == 0
    assert words[-1].end == len(said.seen)
    assert json.loads(speaker.times(said, "ja"))[-1][3] == len(said.seen)


def test_a_published_sentence_is_kept_and_given_again(
    speaker: Speaker, var: Path, public: PublicText, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = as_seen(public.seen)
    shutil.rmtree(var / "speech", ignore_errors=True)
    made = {suffix: speaker.published(public, said, suffix) for suffix in ("mp3", "opus", "json")}
    assert kept(var) == sorted(f"{speaker.hash(said, 'ja')}.{suffix}" for suffix in made)
    monkeypatch.setattr(speaker.pool, "ask", None)
    assert {suffix: speaker.published(public, said, suffix) for suffix in made} == made


def test_what_is_not_published_is_never_kept(speaker: Speaker) -> None:
    with pytest.raises(TypeError):
        speaker.published("山田太郎", as_seen("山田太郎"), "mp3")  # type: ignore[arg-type]


def test_a_full_disk_still_speaks(speaker: Speaker, published: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("portal.speech.shelf.os.replace", full)
    text = published.find("ja", "次へ")
    assert text
    assert speaker.published(text, as_seen(text.seen), "mp3")


def test_a_killed_process_costs_nobody_a_sentence(speaker: Speaker) -> None:
    speaker.sound(as_seen("一つ目です。"), "ja")
    os.kill(speaker.pool.pids[0], signal.SIGKILL)
    assert speaker.sound(as_seen("二つ目です。"), "ja").mp3


@pytest.mark.parametrize(
    ("text", "language"), [("あ" * (LONGEST + 1), "ja"), ("", "ja"), ("。", "xx")], ids=["too long", "empty", "tongue"]
)
def test_what_cannot_be_spoken_is_silent(speaker: Speaker, text: str, language: str) -> None:
    with pytest.raises(Silent):
        speaker.sound(as_seen(text), language)


def test_equal_words_have_one_name_and_others_another(speaker: Speaker) -> None:
    hash = speaker.hash(as_seen("はい"), "ja")
    assert hash == speaker.hash(as_seen("はい"), "ja")
    assert len(hash) == 32
    others = [(as_seen("いいえ"), "ja"), (as_seen("はい"), "ja-simple"), (Said("方", "かた", (0, 0)), "ja")]
    assert hash not in {speaker.hash(said, language) for said, language in others}
    assert hash != Speaker(Settings(), Voices({"ja": "openjtalk"}, [Path("x.dic")])).hash(as_seen("はい"), "ja")


def test_what_was_made_a_moment_ago_is_given_again_and_then_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    recent, made = Recent(), list[int]()

    def make() -> bytes:
        made.append(1)
        return b"sound"

    key = ("mp3", "はい", "ja")
    assert recent.get(key, make) == recent.get(key, make) == b"sound"
    assert len(made) == 1
    now[0] = module.SECONDS + 1
    recent.get(key, make)
    assert len(made) == 2


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 100)
    recent = Recent()
    for n in range(20):
        recent.get(("mp3", str(n), "ja"), lambda: b"x" * 30)
    assert recent.size <= 100


PLACES = {
    "as it is seen": ("あい", "あい", (0, 1), [(0, 1), (1, 2)], [(0, 1), (1, 2)]),
    "a sign that is several words": ("㈱x", "かぶx", (0, 0, 1), [(0, 1), (1, 2), (2, 3)], [(0, 0), (0, 1), (1, 2)]),
    "something left out": ("（あ）い", "あい", (1, 3), [(0, 1), (1, 2)], [(0, 3), (3, 4)]),
    "the other way round": ("abc", "cab", (2, 0, 1), [(0, 1), (1, 2), (2, 3)], [(0, 0), (0, 1), (1, 3)]),
    "no word": ("あ", "", (), [], []),
}


@pytest.mark.parametrize(("seen", "heard", "origin", "given", "placed"), PLACES.values(), ids=PLACES.keys())
def test_words_are_placed_in_what_is_seen(
    seen: str,
    heard: str,
    origin: tuple[int, ...],
    given: list[tuple[int, int]],
    placed: list[tuple[int, int]],
) -> None:
    words = seen_words([Word(0, 1, start, end) for start, end in given], Said(seen, heard, origin))
    assert [(word.start, word.end) for word in words] == placed


def test_the_server_does_not_carry_the_engines() -> None:
    script = (
        "import sys, portal.app, portal.speech.speaker, portal.speech.published;"
        "print(sorted({'numpy', 'soundfile', 'pyopenjtalk', 'espeakng_loader', 'gtts'} & {*sys.modules}))"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
