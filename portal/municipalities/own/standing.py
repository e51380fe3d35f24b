"""Towns as they stand: each file's town with what it has changed itself."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from sqlalchemy import Connection

from portal.municipalities.municipality import Municipality
from portal.municipalities.own import changes
from portal.municipalities.own.overlay import fitting

log = logging.getLogger(__name__)


def standing(db: Connection, files: Mapping[str, Municipality]) -> dict[str, Municipality]:
    """Every town by its slug. What does not fit a file any more is served as the file says, and the log tells why."""
    known = changes.numbers(db)
    return {slug: one(db, town, known.get(town.code, 0)) for slug, town in files.items()}


def one(db: Connection, file: Municipality, version: int) -> Municipality:
    """A file's town as it stands with its changes up to a version of its own."""
    if not version:
        return file
    town, unfit = fitting(file, changes.parts(db, file.code).values())
    for part, error in unfit.items():
        for fault in error.errors(include_url=False, include_input=False):
            log.error("%s changed %s, which does not fit its file: %s: %s", file.slug, part, fault["loc"], fault["msg"])
    town.at_version(version)
    return town
