"""One process that is asked over its pipes, in frames."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path
from time import monotonic
from typing import IO

from portal.processes.frames import framed

HOUSE = Path(__file__).parents[2]
"""The folder that holds the package, for a child that imports it."""
_CHUNK = 1 << 16


class Gone(Exception):
    """The process ended, or did not answer in time and was ended."""


class Child:
    """A Python process started at the first question and ended with `end`, or when the one who asks ends."""

    def __init__(self, *arguments: str) -> None:
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The process's number, or None while none runs."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def ask(self, question: bytes, seconds: float) -> bytes:
        """The answer to a question. Raises Gone; the next question starts a new process."""
        until = monotonic() + seconds
        process = self._process = self._process or self._started()
        try:
            _write(process.stdin, question)
            length = int.from_bytes(_exactly(process.stdout, 4, until), "big")
            return _exactly(process.stdout, length, until)
        except (OSError, EOFError, TimeoutError) as error:
            self.end()
            raise Gone(type(error).__name__) from None

    def kill(self) -> None:
        """Have the process end, while somebody may be waiting for its answer."""
        if process := self._process:
            process.kill()

    def end(self) -> None:
        """End the process at once; nothing it does needs to be finished."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                _close(pipe)

    def _started(self) -> subprocess.Popen[bytes]:
        # What an engine prints may hold the words it stumbled over, so nobody listens to its errors. A session of
        # its own, so that Ctrl+C at the server is the server's affair; the child ends when its pipe is closed.
        return subprocess.Popen(
            [sys.executable, *self._arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(HOUSE), "OPENBLAS_NUM_THREADS": "1"},
            start_new_session=True,
        )


def _write(pipe: IO[bytes] | None, body: bytes) -> None:
    assert pipe
    pipe.write(framed(body))
    pipe.flush()


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:  # what was not written yet has nobody to read it
        return


def _exactly(pipe: IO[bytes] | None, size: int, until: float) -> bytes:
    """So many bytes. Raises EOFError when the process ended, TimeoutError when the moment has passed."""
    assert pipe
    body = b""
    while len(body) < size:
        ready, _, _ = select.select([pipe], [], [], max(0.0, until - monotonic()))
        if not ready:
            raise TimeoutError
        part = os.read(pipe.fileno(), min(_CHUNK, size - len(body)))
        if not part:
            raise EOFError
        body += part
    return body
