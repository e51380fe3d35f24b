"""The shelf: static files of builds that were replaced, for pages that were opened before.

A draft under way never loses its style or script.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from portal.journey.draft import KEPT_FOR

KEPT = KEPT_FOR + timedelta(days=1)
"""As long as the draft of somebody who had the page open; the day more because drafts live to a midnight."""
IN_USE = 0
"""The time of a file of the build that is served: it has not been replaced yet."""


class Shelf:
    """A folder of files, each under its hashed path, with the time when it was replaced."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def put(self, path: str, content: bytes) -> None:
        """Keep a file of the build that is served."""
        place = self._folder / _named(path)
        if not place.exists():
            fresh = place.with_name(f"{place.name}.{os.getpid()}")  # several processes start at once
            fresh.write_bytes(content)
            fresh.replace(place)
        os.utime(place, (IN_USE, IN_USE))

    def get(self, path: str) -> bytes | None:
        """A file by its hashed path."""
        place = self._folder / _named(path)
        return place.read_bytes() if place.is_file() else None

    def sweep(self, paths: Collection[str], now: datetime) -> None:
        """Tell from when on the files of other paths were replaced, and forget those whose days are over."""
        served = {_named(path) for path in paths}
        for place in self._folder.iterdir():
            if place.name in served:
                continue
            replaced = place.stat().st_mtime
            if replaced == IN_USE:
                os.utime(place, (now.timestamp(), now.timestamp()))
            elif replaced < (now - KEPT).timestamp():
                place.unlink(missing_ok=True)


def _named(path: str) -> str:
    return quote(path, safe="")
