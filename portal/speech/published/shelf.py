"""Published sounds on disk, named by voice and content, so many bytes at most; the longest unused go first."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Lock

from portal.settings import Settings

SUFFIXES = ("mp3", "opus", "json")
_HASH = re.compile(r"[0-9a-f]{32}")
_SAFE = re.compile(r"[^A-Za-z0-9.-]")
_ROOM = 0.9
"""How full the shelf is left when something had to go, so that not every new sound looks through all the others."""


class Shelf:
    """A folder of sounds. A disk that is full or not writable keeps nothing and does no harm."""

    def __init__(self, folder: Path, most: int) -> None:
        self.folder, self.most = folder, most
        self._lock = Lock()
        self._size: int | None = None

    @classmethod
    def of(cls, settings: Settings) -> Shelf:
        """The house's shelf, in the var folder."""
        return cls(settings.var / "speech" / "sounds", settings.speech_shelf)

    def path(self, voice: str, hash: str, suffix: str) -> Path:
        """Where a sound stands. Raises ValueError for a hash or suffix that none has."""
        if not _HASH.fullmatch(hash) or suffix not in SUFFIXES:
            raise ValueError("no sound is named so")
        return self.folder / _SAFE.sub("_", voice) / f"{hash}.{suffix}"

    def is_whole(self, voice: str, hash: str) -> bool:
        """Whether all of a sound is kept: mp3, opus and json."""
        return all(self.path(voice, hash, suffix).is_file() for suffix in SUFFIXES)

    def get(self, voice: str, hash: str, suffix: str) -> bytes | None:
        """The sound, or None where it is not kept."""
        path = self.path(voice, hash, suffix)
        with suppress(OSError):
            body = path.read_bytes()
            os.utime(path)  # used now: it goes last
            return body
        return None

    def put(self, voice: str, hash: str, suffix: str, body: bytes) -> bool:
        """Keep a sound, whole or not at all, and give whether it was kept."""
        path = self.path(voice, hash, suffix)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._written(path, body)
        except OSError:
            return False
        with self._lock:
            self._size = self.size() if self._size is None else self._size + len(body)
            if self._size > self.most:
                self._make_room()
        return True

    def size(self) -> int:
        """Bytes of all sounds."""
        return sum(size for _, size, _ in self._all())

    def _written(self, path: Path, body: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
        try:
            with open(handle, "wb") as file:
                file.write(body)
            os.replace(name, path)
        except OSError:
            with suppress(OSError):
                os.unlink(name)
            raise

    def _make_room(self) -> None:
        found = sorted(self._all())
        left = sum(size for _, size, _ in found)
        for _, size, path in found:
            if left <= self.most * _ROOM:
                break
            with suppress(OSError):
                os.unlink(path)
            left -= size
        self._size = left

    def _all(self) -> list[tuple[float, int, str]]:
        """Every file with the moment of its last use and its size."""
        found = []
        for folder, _, names in os.walk(self.folder):
            for name in names:
                with suppress(OSError):
                    path = os.path.join(folder, name)
                    told = os.stat(path)
                    found.append((told.st_mtime, told.st_size, path))
        return found
