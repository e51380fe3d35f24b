"""A mail server that takes its time over each mail, in a process of its own: writes down what it took, in order."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from email.parser import BytesHeaderParser
from email.policy import default
from pathlib import Path
from typing import TextIO

from aiosmtpd.smtp import SMTP, Envelope, Session


class Slow:
    """Takes every mail, each after so many seconds."""

    def __init__(self, seconds: float, book: TextIO) -> None:
        self._seconds, self._book, self._never = seconds, book, asyncio.Event()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """One line for each mail: its id, and the receipt number its subject begins with."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._never.wait(), self._seconds)
        mail = BytesHeaderParser(policy=default).parsebytes(bytes(envelope.content or b""))
        self._book.write(f"{mail['X-Yorisoi-Id']} {mail['Subject'].split()[0]}\n")
        self._book.flush()
        return "250 2.0.0 taken"


async def serve(port: int, seconds: float, path: Path) -> None:
    """Take mails until killed."""
    with path.open("a") as book:
        loop, handler = asyncio.get_running_loop(), Slow(seconds, book)
        server = await loop.create_server(lambda: SMTP(handler, loop=loop), "127.0.0.1", port)
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3])))
