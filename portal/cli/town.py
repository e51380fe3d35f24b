"""The town a command is about."""

from __future__ import annotations

import argparse
import sys

from portal.app import served
from portal.municipalities import Municipality
from portal.settings import Settings


def add_town(parser: argparse.ArgumentParser) -> None:
    """The word that names it."""
    parser.add_argument("town", help="the town's place in addresses")


def town_of(settings: Settings, wanted: argparse.Namespace) -> Municipality:
    """The town that was named. Ends the command as a wrong call, with the names there are, for any other."""
    towns = served(settings)
    if wanted.town not in towns:
        print(f"There is no town {wanted.town}; there are {', '.join(towns)}.", file=sys.stderr)
        sys.exit(2)
    return towns[wanted.town]
