"""Who writes slowly loses no word, and a ticket opens nothing else."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from portal.resident.talk import ticket as tickets
from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone
from tests.resident.filling import sent
from tests.resident.talk.given import replied, status, ticket


@pytest.fixture
def written(phone: Phone) -> tuple[TestClient, str, dict[str, str]]:
    """A telephone that was shown a form, and has forgotten that since: its hour is over."""
    number = sent(phone())
    slow = phone()
    status(slow, number)
    form = ticket(slow.get(f"{HOME}/reply/{number}"))
    slow.cookies.clear()
    return slow, number, form


def test_what_was_begun_is_sent_after_the_hour(written: tuple[TestClient, str, dict[str, str]], house: House) -> None:
    slow, number, form = written
    assert urlsplit(str(slow.get(f"{HOME}/reply/{number}").url)).path == f"{HOME}/status"
    assert "もう一つ" in slow.post(f"{HOME}/reply/{number}", data={**form, "text": "遅くなりました。"}).text
    assert len(replied(house, number)) == 1


@pytest.mark.parametrize("page", ["call", "reply"])
def test_a_ticket_is_for_one_page_of_one_case(
    written: tuple[TestClient, str, dict[str, str]], phone: Phone, house: House, page: str
) -> None:
    slow, number, form = written
    other = number if page == "call" else sent(phone())
    for forged in (form, form | {"ticket": "0" * 32}, {}, {"ticket": form["ticket"], "proof": "あ"}):
        answer = slow.post(f"{HOME}/{page}/{other}", data={**forged, "text": "だれかの"})
        assert urlsplit(str(answer.url)).path == f"{HOME}/status"
    assert replied(house, other) == []


def test_it_lasts_a_day(
    written: tuple[TestClient, str, dict[str, str]], house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, number, form = written
    assert timedelta(hours=20) < tickets.LASTS
    monkeypatch.setattr(tickets, "_made", lambda id: house.clock() - tickets.LASTS)
    page = slow.post(f"{HOME}/reply/{number}", data={**form, "text": "遅すぎました。"})
    assert urlsplit(str(page.url)).path == f"{HOME}/status"
    assert replied(house, number) == []
