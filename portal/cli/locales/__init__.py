"""`locales status`, `export`, `import`: how far each language is, and its way to translators and back.

May import everything; only the operator's door imports it."""

from __future__ import annotations

from typing import Any


def add(commands: Any) -> None:
    """The commands' words."""
    from portal.cli.locales import exchange, status  # the server comes in here too, and runs none of them

    parser = commands.add_parser("locales", help="the languages of the pages")
    verbs = parser.add_subparsers(required=True, metavar="verb")
    status.add(verbs)
    exchange.add(verbs)


__all__ = ["add"]
