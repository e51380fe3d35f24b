"""`speech check|build|say|flags`: what is read aloud, and how rightly. May import everything; only the operator's door
imports it.
"""

from __future__ import annotations

from typing import Any


def add(commands: Any) -> None:
    """The commands' words."""
    from portal.cli.speech import check, flags, sound  # the server comes in here too, and runs none of them

    verbs = commands.add_parser("speech", help="reading aloud").add_subparsers(required=True, metavar="verb")
    for verb in (check, sound, flags):
        verb.add(verbs)


__all__ = ["add"]
