"""What every way out of the house has in common: how it is used and how it fails."""

from __future__ import annotations

from typing import Protocol


class Failed(Exception):
    """It did not leave. `why` is codes and names of commands only: a server's words may hold addresses."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Passing(Failed):
    """Nothing is wrong with this letter: network, mail server, disk. Another try may work."""


class Permanent(Failed):
    """This letter will be refused each time."""


class TooLarge(Permanent):
    """The receiver takes smaller letters only."""


class Way(Protocol):
    """A way for mails to leave."""

    async def send(self, id: str, between: tuple[str, str], mail: bytes) -> None:
        """Hand over one mail `between` (sender, receiver); returns once it is safe with the other side.

        Raises Passing or Permanent.
        """

    async def rest(self) -> None:
        """Nothing to send for now: give back what is held open."""
