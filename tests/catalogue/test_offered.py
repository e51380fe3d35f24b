"""Offered: the version in force on a day, a draft's own version by its hash."""

from __future__ import annotations

from datetime import date

from portal.catalogue.offered import Catalogue
from portal.catalogue.version import Version
from tests.catalogue.given import service

OLD = Version.of("990019", "cash", date(2026, 4, 1), service())
NEW = Version.of("990019", "cash", date(2027, 4, 1), service(minutes=9))
CATALOGUE = Catalogue([NEW, OLD])


def test_the_newest_in_force_is_offered() -> None:
    days = [date(2026, 3, 31), date(2026, 4, 1), date(2027, 3, 31), date(2027, 4, 1)]
    assert [CATALOGUE.version_on("990019", "cash", day) for day in days] == [None, OLD, OLD, NEW]


def test_another_town_offers_nothing_of_this_one() -> None:
    assert CATALOGUE.version_on("990027", "cash", date(2026, 5, 1)) is None
    assert CATALOGUE.by_hash("990027", OLD.hash) is None
    assert CATALOGUE.by_hash("990019", OLD.hash) is OLD
