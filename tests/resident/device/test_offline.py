"""The page in the place of one that cannot come: what has happened, what to do, whom to ring up."""

from __future__ import annotations

from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone


def test_it_says_what_to_do_and_whom_to_ring_up(phone: Phone, house: House) -> None:
    page = phone().get(f"{HOME}/offline").text
    assert "つながりません" in page
    assert 'href=""' in page  # the same address once more
    assert house.towns["kasumigahama"].phone in page
