"""What was made a moment ago is given again, then forgotten."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from portal.speech import recent as module
from portal.speech.recent import Recent
from portal.speech.voices.voice import Silent
from tests.waiting import until

KEY = ("mp3", "はい", "ja")


class Counting:
    """A sound that is made anew each time, and how often it was; it may have to wait."""

    def __init__(self) -> None:
        self.made = 0
        self.let = Event()
        self.let.set()

    def __call__(self) -> bytes:
        self.made += 1
        self.let.wait()
        return b"x" * 30


@pytest.fixture
def sound() -> Counting:
    """A sound."""
    return Counting()


def test_a_sound_is_kept_for_seconds(sound: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    recent = Recent(90, 1000)
    assert recent.get(KEY, sound) == recent.get(KEY, sound)
    assert sound.made == 1
    now[0] = 91
    recent.get(("mp3", "いいえ", "ja"), sound)
    assert recent.size == 30
    recent.get(KEY, sound)
    assert sound.made == 3


def test_memory_is_bounded(sound: Counting) -> None:
    recent = Recent(90, 100)
    for n in range(20):
        recent.get(("mp3", str(n), "ja"), sound)
    assert recent.size <= 100


def test_what_two_ask_for_at_once_is_made_once(sound: Counting) -> None:
    sound.let.clear()
    recent = Recent(90, 1000)
    with ThreadPoolExecutor(4) as people:
        wishes = [people.submit(recent.get, KEY, sound) for _ in range(4)]
        until(lambda: sum(wish.running() for wish in wishes) == 4, what="four wishes")
        sound.let.set()
        assert {wish.result() for wish in wishes} == {b"x" * 30}
    assert sound.made == 1


def test_what_fails_is_told_and_tried_again(sound: Counting) -> None:
    def silent() -> bytes:
        raise Silent("nothing in it can be spoken")

    recent = Recent(90, 1000)
    with pytest.raises(Silent):
        recent.get(KEY, silent)
    assert recent.get(KEY, sound)
