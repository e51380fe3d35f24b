"""Asking the person: only who has sent the application, or was shown it, gets a link."""

from __future__ import annotations

import re

from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import BORN
from tests.resident.principal.helped import applied, entered, linked, signed


def test_the_receipt_leads_to_a_link_with_its_code(phone: Phone) -> None:
    daughter = phone()
    number = applied(daughter)
    receipt = daughter.get(f"{SERVICE}/done").text
    assert "まだです" in receipt
    assert f"/ask/{number}" in receipt
    page = daughter.post(f"{HOME}/ask/{number}", data={"do": "next"}).text
    assert "<svg" in page
    assert 'href="/ja/kasumigahama/own/' in page, "the way for who has no telephone"
    assert "令和8年11月27日" in page
    assert "10時まで" in page
    assert re.search(r'<a [^>]*href="/ja/kasumigahama/own/[\w-]{22}"', page), "it may be opened on this telephone too"


def test_a_stranger_gets_none(phone: Phone) -> None:
    number = applied(phone())
    stranger = phone()
    assert stranger.get(f"{HOME}/ask/{number}").url.path == f"{HOME}/status"
    assert "own/" not in stranger.post(f"{HOME}/ask/{number}").text


def test_number_and_birth_date_lead_there_later(phone: Phone) -> None:
    number, later = applied(phone()), phone()
    later.post(f"{HOME}/status", data={"number": number, **BORN})
    assert linked(later, number)


def test_a_link_cannot_be_had_for_ever(phone: Phone) -> None:
    daughter = phone()
    number = applied(daughter)
    pages = [daughter.post(f"{HOME}/ask/{number}", data={"do": "next"}).status_code for _ in range(6)]
    assert pages == [200] * 5 + [429]


def test_after_a_word_there_is_no_further_link(phone: Phone) -> None:
    daughter, mother = phone(), phone()
    number = applied(daughter)
    entered(mother, linked(daughter, number))
    signed(mother)
    page = daughter.post(f"{HOME}/ask/{number}", data={"do": "next"}).text
    assert "済みました" in page
    assert "<svg" not in page


def test_when_the_hour_is_over_the_number_is_asked_again(phone: Phone) -> None:
    number, later = applied(phone()), phone()
    later.post(f"{HOME}/status", data={"number": number, **BORN})
    for cookie in [*later.cookies.jar]:
        if cookie.name.endswith("_shown"):
            later.cookies.jar.clear(cookie.domain, cookie.path, cookie.name)
    assert later.get(f"{HOME}/ask/{number}").url.path == f"{HOME}/status"
