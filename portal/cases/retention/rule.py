"""When the time of a case is over, and what becomes of it then: as its service said on the day it was sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from portal.cases.case import Case
from portal.catalogue.version import Version
from portal.consent import bundle
from portal.language.dates import JAPAN

YEAR = 365
"""Days of the shortest year."""


class Due(NamedTuple):
    """The first day on which a case may be forgotten, and whether its count stays."""

    day: date
    counted: bool


def due(case: Case, version: Version) -> Due:
    """Of a case and the version it was asked with. It is never kept longer than its consent record says."""
    received = case.received.astimezone(JAPAN).date()
    retention, last = version.source.retention, received + timedelta(days=YEAR * version.source.consent.years)
    promised = [
        date.fromisoformat(one["retention"]["until"]) for one in bundle.records(case.consent) if "retention" in one
    ]
    last = min(promised, default=last)
    if retention.days is not None:
        last = min(last, received + timedelta(days=retention.days))
    return Due(last + timedelta(days=1), retention.then == "anonymise")


def shortest(versions: Iterable[Version]) -> timedelta:
    """How long a case is kept at least, whichever of the versions it was asked with."""
    days = (version.source.retention.days or YEAR * version.source.consent.years for version in versions)
    return timedelta(days=min(days, default=YEAR))
