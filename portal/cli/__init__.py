"""The operator's door: `yorisoi serve`, `work`, `migrate`, `catalogue check`, `answers read`, `api client`,
`consent verify`, `delivery show`, `speech check`, `export`, `retention`, `registries update`, `demo`.

May import everything; nothing imports it.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence

from portal.cli import answers, api, catalogue, consent, delivery, serve, speech, upkeep
from portal.cli.cases import export, retention
from portal.municipalities.source import Faulty
from portal.settings import BadSetting, Settings, read


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; the exit code is 0 when it went well, 1 when not, 2 for a wrong call."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    wanted = _parser().parse_args(arguments)
    try:
        sys.exit(wanted.run(read(), wanted))
    except (BadSetting, Faulty) as error:
        sys.exit(f"{error}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="yorisoi", description="An accessible resident portal for municipalities.")
    commands = parser.add_subparsers(required=True, metavar="command")
    for add in (
        serve.add,
        upkeep.add,
        catalogue.add,
        answers.add,
        api.add,
        consent.add,
        speech.add,
        export.add,
        retention.add,
        delivery.add,
    ):
        add(commands)
    return parser


__all__ = ["Settings", "main"]
