"""The registries of this process: named once at the start, read from anywhere above."""

from __future__ import annotations

from pathlib import Path

from portal.registries.banks import Banks
from portal.registries.lookup import Lookup
from portal.registries.municipality_codes import MunicipalityCodes
from portal.registries.names import Names
from portal.registries.places import Places
from portal.registries.postcode import Postcodes


class NotOpened(RuntimeError):
    """Somebody looked something up before `open` was called."""


class Registries:
    """Every registry in one file."""

    def __init__(self, path: Path) -> None:
        lookup = Lookup(path)
        self.path = path
        self.postcodes = Postcodes(lookup)
        self.places = Places(lookup)
        self.banks = Banks(lookup)
        self.names = Names(lookup)
        self.municipality_codes = MunicipalityCodes(lookup)


_here: list[Registries] = []


def open(path: Path) -> Registries:
    """Name the file for this process. Raises FileNotFoundError where `build` has not made it."""
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing; run: yorisoi registries update")
    _here[:] = [Registries(path)]
    return _here[0]


def opened() -> Registries:
    """The registries of this process. Raises NotOpened."""
    if not _here:
        raise NotOpened("call registries.open(path) when the process starts")
    return _here[0]
