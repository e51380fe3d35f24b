"""Parts of a sound: players ask for bytes from here to there, and some play nothing unless they get just those."""

from __future__ import annotations

import re

from portal.web.house import Answer

_ONE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")
_PLAYED = {"mp3": "audio/mpeg", "opus": "audio/ogg; codecs=opus", "json": "application/json"}
SUFFIXES = tuple(_PLAYED)
"""What a sound is had as: MP3, Opus, and the times of its words."""


def sound(body: bytes, suffix: str, wanted: str | None, **headers: str) -> Answer:
    """A sound as an answer to a request with this Range header (RFC 9110, 14.2): whole, in part, or 416.

    Several ranges at once, which no player asks for, are answered with the whole.
    """
    headers["Accept-Ranges"] = "bytes"
    found = _ONE.fullmatch(wanted.replace(" ", "")) if wanted else None
    if found is None or not any(found.groups()):
        return Answer(body, media_type=_PLAYED[suffix], headers=headers)
    first, last = _bounds(found[1], found[2], len(body))
    if first > last:
        return Answer(status=416, media_type=_PLAYED[suffix], headers={"Content-Range": f"bytes */{len(body)}"})
    headers["Content-Range"] = f"bytes {first}-{last}/{len(body)}"
    return Answer(body[first : last + 1], 206, media_type=_PLAYED[suffix], headers=headers)


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """The first and the last byte wanted; the first comes after the last where there is nothing of the kind."""
    if not first:
        return (max(0, size - int(last)), size - 1) if int(last) else (1, 0)
    return int(first), min(int(last), size - 1) if last else size - 1
