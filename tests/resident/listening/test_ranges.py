"""Parts of a sound, as players ask for them."""

from __future__ import annotations

import pytest

from portal.resident.listening.ranges import sound

BODY = b"0123456789"


@pytest.mark.parametrize(
    ("wanted", "status", "body", "told"),
    [
        (None, 200, BODY, ""),
        ("bytes=0-", 206, BODY, "bytes 0-9/10"),
        ("bytes=0-1", 206, b"01", "bytes 0-1/10"),  # what iPhones ask first
        ("bytes=4-6", 206, b"456", "bytes 4-6/10"),
        ("bytes=8-99", 206, b"89", "bytes 8-9/10"),
        ("bytes=-3", 206, b"789", "bytes 7-9/10"),
        ("bytes=-99", 206, BODY, "bytes 0-9/10"),
        ("bytes = 4 - 6", 206, b"456", "bytes 4-6/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=6-4", 416, b"", "bytes */10"),
        ("bytes=-0", 416, b"", "bytes */10"),
        ("bytes=0-1,4-5", 200, BODY, ""),
        ("bytes=-", 200, BODY, ""),
        ("lines=1-2", 200, BODY, ""),
        ("bytes=1-" + "9" * 40, 200, BODY, ""),
        ("nonsense", 200, BODY, ""),
    ],
)
def test_a_player_gets_the_bytes_it_asks_for(wanted: str | None, status: int, body: bytes, told: str) -> None:
    answer = sound(BODY, "mp3", wanted)
    assert (answer.status, answer.body, answer.headers.get("Content-Range", "")) == (status, body, told)
    assert answer.media_type == "audio/mpeg"
