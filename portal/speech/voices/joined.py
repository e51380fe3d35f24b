"""Several MP3 files of ours as one, for a whole page: played through, its length known, without decoding anything.

MPEG-2 Layer III, ISO/IEC 13818-3: a frame is four bytes of header and what they say, 576 samples. The first frame of a
file with a variable bit rate holds no sound but the number of frames and bytes ("Xing"), which players trust.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_KILOBITS = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_SYNC = 0xFFF30000
"""Eleven set bits, MPEG-2, Layer III, no checksum: what the encoder writes before every frame."""
_RATES = (22_050, 24_000, 16_000)
_HEAD, _XING = 4 + 9, b"Xing"
"""The header and a mono frame's own table come before the word Xing."""
_FRAMES, _BYTES = 1, 2
"""Flags of what the Xing frame tells."""


class NotOurs(ValueError):
    """The bytes are not an MP3 as we write it."""


def joined(files: Iterable[bytes]) -> bytes:
    """The files one after the other as one file. Raises NotOurs."""
    found = [frame for file in files for frame in frames(file) if frame[_HEAD : _HEAD + 4] != _XING]
    if not found:
        return b""
    body = b"".join(found)
    return _told(found[0], len(found), len(body)) + body


def frames(file: bytes) -> Iterator[bytes]:
    """Every frame of a file. Raises NotOurs."""
    at = 0
    while at < len(file):
        size = _size(int.from_bytes(file[at : at + 4], "big"))
        yield file[at : at + size]
        at += size
    if at != len(file):
        raise NotOurs("the last frame is not whole")


def _size(head: int) -> int:
    kilobits, rate = head >> 12 & 15, head >> 10 & 3
    if head & 0xFFFF0000 != _SYNC or kilobits in (0, 15) or rate == 3:
        raise NotOurs("no frame begins here")
    return 72_000 * _KILOBITS[kilobits] // _RATES[rate] + (head >> 9 & 1)


def _told(first: bytes, frames: int, size: int) -> bytes:
    """The frame that tells how many follow, with the rate of the first; 64 kbit/s, so that all fits in."""
    head = int.from_bytes(first[:4], "big") & ~0xF200 | 8 << 12
    length = _size(head)
    told = _FRAMES | _BYTES, frames, size + length
    text = _XING + b"".join(part.to_bytes(4, "big") for part in told)
    return (head.to_bytes(4, "big") + bytes(9) + text).ljust(length, b"\0")
