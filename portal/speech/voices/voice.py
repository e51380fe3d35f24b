"""The contract of every voice: it speaks one sentence and knows when each word of it sounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from portal.language.words import Say

if TYPE_CHECKING:  # numpy stays out of the server's memory
    import numpy as np
    from numpy.typing import NDArray

LONGEST = 400
"""Most characters spoken at once, about a minute; the script cuts long before that."""


class Silent(Exception):
    """This cannot be spoken now: no voice for the language, a voice that died, too much to do, too long a text.

    The exception's own text holds no word that was to be spoken.
    """


@dataclass(frozen=True)
class Word:
    """When a word sounds, in milliseconds from the start, and which characters it is: `text[start:end]`."""

    start_ms: int
    end_ms: int
    start: int
    end: int


@dataclass(frozen=True)
class Sound:
    """Mono samples between -1 and 1 at `rate` per second. The words' times are worked out when they are asked for."""

    samples: NDArray[np.float32]
    rate: int
    timing: Callable[[], tuple[Word, ...]] = field(repr=False)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in order; their characters are those of the text that was heard, every one in some word."""
        return self.timing()

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return len(self.samples) / self.rate


class Voice(Protocol):
    """A voice. Making one costs nothing; what it needs is loaded when it first speaks."""

    @property
    def name(self) -> str:
        """Its name with the versions of all that shapes its sound: equal names and texts give equal sounds."""

    @property
    def credit(self) -> Say:
        """What its licence asks to be shown, and whether it is a machine that speaks, in one or two sentences."""

    @property
    def licence(self) -> str:
        """Address of the licence, which the credit is to lead to; empty where it asks for none."""

    @property
    def machine(self) -> bool:
        """Whether it sounds like a machine, and people are told so."""

    def speak(self, heard: str) -> Sound:
        """The text as sound. Raises Silent."""

    def times(self, heard: str) -> tuple[Word, ...]:
        """The words' times alone, without waiting for the sound where the voice can. Raises Silent."""

    def end(self) -> None:
        """Let go of the engine; speaking again loads it anew."""
