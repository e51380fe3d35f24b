"""What a receipt claims is what a check of its bundle comes to."""

from __future__ import annotations

from portal.consent import log
from portal.consent.findings import PROVEN
from portal.consent.verify import verify
from portal.resident.after.proven import KNOWN
from portal.web.house import House
from tests.journeys.benefit import SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import sent


def test_all_that_is_claimed_is_proven_by_the_file(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    told = resident.get(f"{SERVICE}/bundle/{number}/all").json()
    found = [one.what for one in verify(told, log.verifiers(house.keys, "990019")) if one.state == PROVEN]
    assert found == list(KNOWN)
