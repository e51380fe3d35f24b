"""The operator's door: `yorisoi serve`, `work`, `migrate`, `catalogue check`, `answers read`, `api client`,
`consent verify`, `delivery show`, `desk invite`, `town show`, `locales export`, `speech check`, `export`, `retention`,
`registries update`, `demo`.

May import everything; nothing imports it.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from importlib import import_module

from portal.municipalities.source import Faulty
from portal.settings import BadSetting, Settings, read

COMMANDS = {
    "serve": "serve",
    "work": "serve",
    "migrate": "upkeep",
    "registries": "upkeep",
    "demo": "upkeep",
    "catalogue": "catalogue",
    "answers": "answers",
    "api": "api",
    "consent": "consent",
    "locales": "locales",
    "speech": "speech",
    "export": "cases.export",
    "retention": "cases.retention",
    "delivery": "delivery",
    "desk": "desk",
    "town": "towns",
}
"""Each command and its module. Only that of the command is loaded: a server keeps no other's memory."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; the exit code is 0 when it went well, 1 when not, 2 for a wrong call."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    words = sys.argv[1:] if arguments is None else arguments
    wanted = parser(words[0] if words else "").parse_args(words)
    try:
        sys.exit(wanted.run(read(), wanted))
    except (BadSetting, Faulty) as error:
        sys.exit(f"{error}")


def parser(command: str) -> argparse.ArgumentParser:
    """Who understands a command; without a known one, all of them."""
    understood = argparse.ArgumentParser(
        prog="yorisoi", description="An accessible resident portal for municipalities."
    )
    commands = understood.add_subparsers(required=True, metavar="command")
    modules = [COMMANDS[command]] if command in COMMANDS else dict.fromkeys(COMMANDS.values())
    for name in modules:
        import_module(f"portal.cli.{name}").add(commands)
    return understood


__all__ = ["Settings", "main"]
