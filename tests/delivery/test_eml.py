"""Without a mail server the letters lie in a folder, whole or not at all."""

from __future__ import annotations

import asyncio
import errno
import os
from pathlib import Path

import pytest

from portal.delivery.eml import Folder
from portal.delivery.way import Passing

BETWEEN = ("a@b.example", "c@d.example")


def send(folder: Path, mail: bytes, id: str = "e1") -> None:
    asyncio.run(Folder(folder).send(id, BETWEEN, mail))


def test_a_letter_is_a_file_only_its_owner_reads(tmp_path: Path) -> None:
    send(tmp_path / "outbox", b"letter")
    (written,) = (tmp_path / "outbox").iterdir()
    assert (written.name, written.read_bytes()) == ("e1.eml", b"letter")
    assert written.stat().st_mode & 0o077 == 0
    assert (tmp_path / "outbox").stat().st_mode & 0o077 == 0


def test_a_second_time_replaces_the_first(tmp_path: Path) -> None:
    send(tmp_path, b"letter")
    send(tmp_path, b"letter again")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"letter again"]


def test_what_a_killed_worker_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".e1.draft").write_bytes(b"half a le")
    send(tmp_path, b"letter")
    assert [path.name for path in tmp_path.iterdir()] == ["e1.eml"]


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        with pytest.raises(Passing, match=f"disk errno {errno.ENOSPC}"):
            send(tmp_path, b"letter")
    assert list(tmp_path.iterdir()) == []
    send(tmp_path, b"letter")
    assert (tmp_path / "e1.eml").read_bytes() == b"letter"


def test_a_folder_that_cannot_be_made_is_a_passing_trouble(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("a file in the way")
    with pytest.raises(Passing):
        send(tmp_path / "outbox", b"letter")
