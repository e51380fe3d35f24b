"""Which department of which town a command is about."""

from __future__ import annotations

import argparse
import sys

from portal.app import changed
from portal.cli.town import add_town, town_of
from portal.municipalities import Municipality
from portal.settings import Settings


def add_place(parser: argparse.ArgumentParser) -> None:
    """The two words that name a department."""
    add_town(parser)
    parser.add_argument("department", help="the department's name in the town's file")


def place_of(settings: Settings, wanted: argparse.Namespace) -> tuple[Municipality, str]:
    """The town as it stands and the name of its department. Ends the command, with those there are, for any other."""
    town = town_of(settings, wanted)
    if wanted.department not in town.departments:
        sys.exit(f"{wanted.town} has no department {wanted.department}; it has {', '.join(town.departments)}.")
    return changed(settings, {town.slug: town})[town.slug], wanted.department
