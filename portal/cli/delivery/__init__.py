"""`delivery try|secret|show|resend|discard`: whether what goes out to departments would arrive, what webhooks are
signed by, how the outbox stands, and what becomes of what was set aside. May import everything.
"""

from __future__ import annotations

from typing import Any


def add(commands: Any) -> None:
    """The commands' words."""
    # The server comes in here too, and runs none of them.
    from portal.cli.delivery import discard, resend, secret, show, trying

    parser = commands.add_parser("delivery", help="what goes out to the departments")
    verbs = parser.add_subparsers(required=True, metavar="verb")
    for verb in (trying, secret, show, resend, discard):
        verb.add(verbs)


__all__ = ["add"]
