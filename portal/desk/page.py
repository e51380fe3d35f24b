"""A page of the desk: where it stands, which role it needs, what shows it and what takes its form.

Routes, links and the tests of who may see what come from the table of them, in `pages`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.desk.addresses import PATHS
from portal.web.house import Answer

if TYPE_CHECKING:
    from portal.desk.visit import DeskVisit

Handler = Callable[["DeskVisit"], Answer]
ANYBODY, ANY_STAFF = "anybody", "any staff"
"""In the place of a role: no sign-in is asked for, or whoever is signed in may come."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """`needs` is a role, in any department; the handler looks only within the visit's `reach`.

    `proven` pages take a form only from who has just shown a key. `writes` ones keep something when they are shown,
    such as that somebody looked; `slow` ones never run on the event loop. `abroad` ones ask somebody else's server, and
    begin to write only when they have its answer: nobody here waits for it.
    `lent` ones are shown while a resident has the screen, when nothing else of the desk is.
    `reads` ones change nothing by their forms; `silent` ones are asked by a script of ours, and keep no session awake
    unless something is pressed.
    `acts` names buttons (`do`) that need more than the page does.
    """

    name: str
    needs: str
    show: Handler
    take: Handler | None = None
    proven: bool = False
    writes: bool = False
    slow: bool = False
    abroad: bool = False
    reads: bool = False
    silent: bool = False
    lent: bool = False
    acts: Mapping[str, str] = field(default_factory=dict, hash=False)

    def needed(self, do: str) -> str:
        """The role it takes to press a button."""
        return self.acts.get(do, self.needs)

    @property
    def path(self) -> str:
        """What follows /desk/{town}."""
        return PATHS[self.name]
