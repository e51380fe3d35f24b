"""A town hall whose services have been counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from portal.cases.figures import tally
from portal.cases.figures.tally import One, day_of
from portal.catalogue.offered import Catalogue
from portal.catalogue.version import Version
from portal.journey.leaving import left
from tests.catalogue.given import service
from tests.desk.given import DESK, HERE, TownHall

FIGURES = f"{DESK}/figures"
READER = {"welfare": ["reader"]}
SERVICE = "kyufukin"


def offered(hall: TownHall) -> TownHall:
    """The hall with the service it offers."""
    version = Version.of(HERE, SERVICE, date(2026, 4, 1), service(title="給付金", department="welfare"))
    hall.house.catalogue = Catalogue([version])
    return hall


def counted(
    hall: TownHall, sums: Mapping[str, Mapping[str, int]], town: str = HERE, department: str = "welfare"
) -> None:
    """So many were counted today."""
    some = {
        One(department, SERVICE, day_of(hall.now), what, of): n
        for what, found in sums.items()
        for of, n in found.items()
    }
    with hall.database.writing() as db:
        before, _ = tally.counted(db, town)
        tally.add(db, town, some, (before, before + 1, hall.now))


def gone(hall: TownHall, steps: Mapping[str, int]) -> None:
    """So many left today after each step."""
    some = {(day_of(hall.now), "welfare", SERVICE, step): n for step, n in steps.items()}
    with hall.database.writing() as db:
        left.keep(db, HERE, some, hall.now)
