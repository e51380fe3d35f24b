"""How plain a text must be."""

from __future__ import annotations

from enum import IntEnum


class Level(IntEnum):
    """Each level keeps the rules of those before it, with narrower figures.

    OFFICIAL: words with legal force, and letters to staff. PLAIN: everything else in Japanese; the reader is
    eighty and tired, but has read Japanese all their life. STRICT: やさしい日本語; the reader learns Japanese.
    """

    OFFICIAL = 1
    PLAIN = 2
    STRICT = 3

    def __str__(self) -> str:
        return self.name.lower()
