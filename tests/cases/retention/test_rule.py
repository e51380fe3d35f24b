"""A case is kept as long as its service said on its day, and never longer than its record promised."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from portal.cases.retention.rule import due, shortest
from portal.catalogue.version import Version
from tests.cases.given import CONSENT, RECORD, TOWN, received, sent
from tests.catalogue.given import service
from tests.catalogue.test_checks import PRESSED

PROMISED = {"retention": {"years": 1, "until": "2027-11-24"}}


def version(years: int = 3, **retention: Any) -> Version:
    """A version with a rule."""
    consent = PRESSED | {"years": years}
    return Version.of(TOWN, "cash", date(2026, 4, 1), service(consent=consent, retention=retention))


def consent(**more: Any) -> dict[str, Any]:
    """A bundle of one record."""
    return CONSENT | {"records": [{"record": RECORD | more}]}


@pytest.mark.parametrize(
    ("rule", "record", "day"),
    [
        (version(days=30), {}, date(2026, 12, 25)),
        (version(), {}, date(2029, 11, 24)),
        (version(), PROMISED, date(2027, 11, 25)),
        (version(days=700), PROMISED, date(2027, 11, 25)),
        (version(days=30), PROMISED, date(2026, 12, 25)),
    ],
    ids=["days", "years without a promise", "the promise", "days beyond the promise", "days before it"],
)
def test_the_first_day_it_may_be_forgotten(rule: Version, record: dict[str, Any], day: date) -> None:
    assert due(received(sent(consent=consent(**record))), rule).day == day


def test_whether_it_is_counted() -> None:
    case = received(sent())
    assert not due(case, version()).counted
    assert due(case, version(then="anonymise")).counted


def test_the_shortest_of_all_versions() -> None:
    assert shortest([version(), version(days=30), version(years=1)]) == timedelta(days=30)
    assert shortest([]) == timedelta(days=365)
