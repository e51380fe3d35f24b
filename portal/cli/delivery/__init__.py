"""`delivery try|secret|show|resend`: whether what goes out to departments would arrive, what webhooks are signed by,
how the outbox stands, and sending once more what was set aside. May import everything.
"""

from __future__ import annotations

from typing import Any


def add(commands: Any) -> None:
    """The commands' words."""
    from portal.cli.delivery import resend, secret, show, trying  # the server comes in here too, and runs none of them

    parser = commands.add_parser("delivery", help="what goes out to the departments")
    verbs = parser.add_subparsers(required=True, metavar="verb")
    for verb in (trying, secret, show, resend):
        verb.add(verbs)


__all__ = ["add"]
