"""Ending a mandate: one page, one button; a leaf in the log, and the office is told."""

from __future__ import annotations

from portal.cases.principal.standing import REVOKED
from portal.consent import log
from portal.delivery import outbox
from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone
from tests.resident.filling import BORN
from tests.resident.principal.helped import signed
from tests.resident.principal.test_sign import TOWN, letters, opened, told


def test_a_mandate_is_ended_from_the_status_page(phone: Phone, house: House) -> None:
    _, mother, number = opened(phone)
    letters(house, mother)
    signed(mother)
    status = mother.post(f"{HOME}/status", data={"number": number, **BORN}).text
    assert f"/revoke/{number}" in status
    assert "令和9年5月23日" in mother.get(f"{HOME}/revoke/{number}").text
    with house.database.reading() as db:
        before = log.head(db, TOWN).size
    for _ in range(2):
        page = mother.post(f"{HOME}/revoke/{number}", data={"do": "revoke"})
        assert "本人が、頼むことをやめました" in page.text
    with house.database.reading() as db:
        assert log.head(db, TOWN).size == before + 1, "once"
    with house.database.writing() as db:
        for _ in ("that it was sent", "that it was confirmed"):
            for one in outbox.lease(db, house.clock() + outbox.LEASE, 50):
                outbox.delivered(db, one, house.clock())
    assert "本人が、代わりの人に頼むことをやめました" in letters(house, mother)[0]
    word = told(house, number)
    assert word["state"] == REVOKED
    assert word["revoked_at"].startswith("2026-11-24T10:00")


def test_a_stranger_ends_nothing(phone: Phone, house: House) -> None:
    _, mother, number = opened(phone)
    signed(mother)
    assert phone().post(f"{HOME}/revoke/{number}", data={"do": "revoke"}).url.path == f"{HOME}/status"
    assert told(house, number)["state"] == "yes"
