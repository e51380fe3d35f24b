"""A time stamp is taken from a service that is trusted, for this content, and no other."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

from portal.cases.witness import timestamp
from portal.cases.witness.timestamp import Unstamped, asked
from tests.cases.witness.authority import made, stamping
from tests.serving import free_port

NOTE = b"yorisoi/990019\n3\nroot\n"


def test_a_stamp_is_good_for_openssl_too(tmp_path: Path) -> None:
    root = made(tmp_path / "tsa", datetime.now(UTC))
    with stamping(tmp_path / "tsa") as url:
        answer = asked(url, root, NOTE)
    (tmp_path / "head").write_bytes(NOTE)
    (tmp_path / "head.tsr").write_bytes(answer)
    command = ["openssl", "ts", "-verify", "-data", tmp_path / "head", "-in", tmp_path / "head.tsr", "-CAfile", root]
    assert subprocess.run([*map(str, command)], capture_output=True).returncode == 0
    (tmp_path / "head").write_bytes(NOTE + b"x")
    assert subprocess.run([*map(str, command)], capture_output=True).returncode != 0


def test_one_by_a_stranger_is_none(tmp_path: Path) -> None:
    made(tmp_path / "tsa", datetime.now(UTC))
    other = made(tmp_path / "other", datetime.now(UTC))
    with stamping(tmp_path / "tsa") as url, pytest.raises(Unstamped):
        asked(url, other, NOTE)


def test_one_of_something_else_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = made(tmp_path / "tsa", datetime.now(UTC))
    with stamping(tmp_path / "tsa") as url:
        sent = timestamp._sent
        before = sent(url, TimestampRequestBuilder(b"other", HashAlgorithm.SHA256).build().as_bytes())
        monkeypatch.setattr(timestamp, "_sent", lambda url, query: before)
        with pytest.raises(Unstamped):
            asked(url, root, NOTE)


@pytest.mark.parametrize("answer", [b"", b"no stamp", bytes(timestamp.MOST)])
def test_nonsense_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    root = made(tmp_path / "tsa", datetime.now(UTC))
    monkeypatch.setattr(timestamp, "_sent", lambda url, query: answer)
    with pytest.raises(Unstamped):
        asked("http://127.0.0.1/", root, NOTE)


def test_nobody_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(Unstamped):
        asked(f"http://127.0.0.1:{free_port()}/", made(tmp_path / "tsa", datetime.now(UTC)), NOTE)
