"""Frames: how a process and its child talk over their pipes, four bytes of length (big-endian) and as many bytes."""

from __future__ import annotations

import os
import select
from collections.abc import Iterator
from typing import IO


def framed(body: bytes) -> bytes:
    """A frame: four bytes of length and the body."""
    return len(body).to_bytes(4, "big") + body


def frames(pipe: IO[bytes], patience: float | None = None) -> Iterator[bytes]:
    """Every frame until the pipe is closed, or nothing came for so many seconds."""
    while _comes(pipe, patience) and len(head := pipe.read(4)) == 4:
        yield pipe.read(int.from_bytes(head, "big"))


def private(stream: IO[str]) -> IO[bytes]:
    """The stream's pipe for frames alone: what an engine prints goes nowhere instead."""
    pipe = os.fdopen(os.dup(stream.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    return pipe


def _comes(pipe: IO[bytes], patience: float | None) -> bool:
    # Who waits for an answer before asking again leaves nothing in the buffer, so the pipe itself may be asked.
    return patience is None or bool(select.select([pipe], [], [], patience)[0])
