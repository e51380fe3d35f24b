"""Which department of which town a command is about."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from portal.municipalities import Municipality


def add_place(parser: argparse.ArgumentParser) -> None:
    """The two words that name a department."""
    parser.add_argument("town", help="the town's place in addresses")
    parser.add_argument("department", help="the department's name in the town's file")


def place_of(towns: Mapping[str, Municipality], wanted: argparse.Namespace) -> tuple[Municipality, str]:
    """The town and the name of its department. Ends the command, with the names there are, for any other."""
    town = towns.get(wanted.town)
    if town is None:
        sys.exit(f"There is no town {wanted.town}; there are {', '.join(towns)}.")
    if wanted.department not in town.departments:
        sys.exit(f"{wanted.town} has no department {wanted.department}; it has {', '.join(town.departments)}.")
    return town, wanted.department
