"""Published sounds on disk: whole or not at all, bounded, and never in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from portal.speech.published.shelf import SUFFIXES, Shelf
from tests.speech.given import full_disk

HASH = "0123456789abcdef" * 2


def hashes(count: int) -> list[str]:
    return [f"{n:032x}" for n in range(count)]


def test_what_is_put_is_found_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, 1000)
    assert shelf.get("mei-1", HASH, "mp3") is None
    assert shelf.put("mei-1", HASH, "mp3", b"sound")
    assert shelf.get("mei-1", HASH, "mp3") == b"sound"
    assert shelf.get("mei-2", HASH, "mp3") is None
    assert (tmp_path / "mei-1" / f"{HASH}.mp3").is_file()


def test_a_sound_is_whole_when_all_of_it_is_there(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, 1000)
    for suffix in SUFFIXES:
        assert not shelf.is_whole("mei-1", HASH)
        shelf.put("mei-1", HASH, suffix, b"sound")
    assert shelf.is_whole("mei-1", HASH)


def test_what_a_killed_process_left_half_written_goes_too(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, 1000)
    shelf.put("mei-1", HASH, "mp3", b"x" * 100)
    (tmp_path / "mei-1" / ".half").write_bytes(b"x" * 2000)
    os.utime(tmp_path / "mei-1" / ".half", (0, 0))
    Shelf(tmp_path, 1000).put("mei-1", HASH, "opus", b"x")
    assert shelf.get("mei-1", HASH, "mp3")
    assert not (tmp_path / "mei-1" / ".half").exists()


@pytest.mark.parametrize(
    ("hash", "suffix"), [("../../../etc/passwd", "mp3"), (HASH, "exe"), (HASH.upper(), "mp3"), ("", "mp3")]
)
def test_nothing_else_is_read_or_written(tmp_path: Path, hash: str, suffix: str) -> None:
    with pytest.raises(ValueError, match="no sound"):
        Shelf(tmp_path, 1000).get("mei-1", hash, suffix)


def test_a_voice_never_leaves_its_folder(tmp_path: Path) -> None:
    assert Shelf(tmp_path / "a", 1000).path("../../b/c", HASH, "mp3").parent.parent == tmp_path / "a"


def test_the_longest_unused_go_first(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, 1000)
    for age, hash in enumerate(hashes(9)):
        shelf.put("mei-1", hash, "mp3", b"x" * 100)
        os.utime(shelf.path("mei-1", hash, "mp3"), (age, age))
    shelf.get("mei-1", hashes(9)[0], "mp3")
    shelf.put("mei-1", HASH, "mp3", b"x" * 200)
    assert shelf.size() <= 1000
    assert shelf.get("mei-1", hashes(9)[0], "mp3")
    assert shelf.get("mei-1", HASH, "mp3")
    assert shelf.get("mei-1", hashes(9)[1], "mp3") is None


def test_a_shelf_filled_by_another_process_is_bounded_too(tmp_path: Path) -> None:
    first = Shelf(tmp_path, 1000)
    for hash in hashes(10):
        first.put("mei-1", hash, "mp3", b"x" * 100)
    second = Shelf(tmp_path, 500)
    second.put("mei-1", HASH, "mp3", b"x")
    assert second.size() <= 500


@pytest.mark.parametrize("step", ["open", "replace"])
def test_a_full_disk_keeps_nothing_and_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    shelf = Shelf(tmp_path, 1000)
    if step == "open":
        monkeypatch.setattr("portal.speech.published.shelf.open", full_disk, raising=False)
    else:
        monkeypatch.setattr("portal.speech.published.shelf.os.replace", full_disk)
    assert not shelf.put("mei-1", HASH, "mp3", b"sound")
    monkeypatch.undo()
    assert shelf.get("mei-1", HASH, "mp3") is None
    assert list(tmp_path.rglob("*.*")) == []


def test_a_folder_that_cannot_be_made_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "speech").write_text("a file stands where the folder should")
    assert not Shelf(tmp_path / "speech", 1000).put("mei-1", HASH, "mp3", b"sound")
