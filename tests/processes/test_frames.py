"""Frames come whole, end with the pipe, and nothing an engine prints is among them."""

from __future__ import annotations

import io
import os

from portal.processes.frames import framed, frames, private


def test_frames_end_with_the_pipe() -> None:
    assert list(frames(io.BytesIO(b"\0\0\0\2ab\0\0\0\1c\0\0"))) == [b"ab", b"c"]


def test_what_an_engine_prints_is_not_among_the_answers() -> None:
    reading, writing = os.pipe()
    with open(writing, "w") as printing, private(printing) as answers:
        print("Warning", file=printing, flush=True)
        answers.write(b"answer")
    with open(reading, "rb") as read:
        assert read.read() == b"answer"


def test_who_has_waited_long_enough_waits_no_more() -> None:
    reading, writing = os.pipe()
    os.write(writing, framed(b"ab"))
    with open(reading, "rb") as pipe:
        assert list(frames(pipe, patience=0)) == [b"ab"]
    os.close(writing)
