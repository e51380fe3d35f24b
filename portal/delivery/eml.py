"""The way out where no mail server is set up: a folder of .eml files, which any mail program opens."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from portal.delivery.way import Passing


class Folder:
    """Writes <id>.eml; a file is there whole or not at all, and a second time replaces the first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def send(self, id: str, between: tuple[str, str], mail: bytes) -> None:
        """Write one mail. Raises Passing when the disk is full or away."""
        try:
            await asyncio.to_thread(self._write, id, mail)
        except OSError as error:
            raise Passing(f"disk errno {error.errno}") from None

    async def rest(self) -> None:
        """Nothing is held open."""

    def _write(self, id: str, mail: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self.folder / f".{id}.draft"
        try:
            with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(mail)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self.folder / f"{id}.eml")
        finally:
            draft.unlink(missing_ok=True)
        self._settle()

    def _settle(self) -> None:
        """The new name survives a power cut only once the folder itself is on the disk."""
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
