"""For those who keep the machine running: ready or not, and figures that name nobody."""

from __future__ import annotations

from contextlib import AbstractContextManager
from threading import current_thread

import pytest
from sqlalchemy import Connection
from starlette.testclient import TestClient

from portal.app import create
from portal.settings import Settings
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone, house, phone
from tests.resident.filling import sent

__all__ = ["house", "phone"]


def test_the_figures_count_answers_and_letters_and_name_nobody(phone: Phone) -> None:
    resident = phone()
    sent(resident)
    resident.get(f"{HOME}/nothing/nothing/nothing/nothing")
    told = resident.get("/metrics").text
    assert 'yorisoi_answers_total{page="step",status="303"}' in told
    assert 'yorisoi_envelopes_waiting{channel="email"} 1.0' in told
    assert 'yorisoi_envelopes_retrying{channel="email"} 0.0' in told
    assert 'yorisoi_envelopes_set_aside{channel="webhook"} 0.0' in told
    assert "yorisoi_cases_not_received 1.0" in told
    for word in ("髙橋", SERVICE, "990019"):
        assert word not in told


def test_strangers_need_the_token(house: House) -> None:
    house.settings = Settings(var=house.settings.var, metrics_token="secret")
    client = TestClient(create(house))
    assert client.get("/metrics").status_code == 403
    assert client.get("/metrics", headers={"Authorization": "Bearer wrong"}).status_code == 403
    assert client.get("/metrics", headers={"Authorization": "Bearer secret"}).status_code == 200


def test_another_machine_is_a_stranger(house: House) -> None:
    far = TestClient(create(house), client=("203.0.113.5", 1))
    assert far.get("/metrics").status_code == 403
    assert far.get("/healthz").status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/metrics"])
def test_a_slow_database_keeps_no_page_waiting(house: House, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    threads, reading = list[object](), house.database.reading

    def noted() -> AbstractContextManager[Connection]:
        threads.append(current_thread())
        return reading()

    monkeypatch.setattr(house.database, "reading", noted)
    with TestClient(create(house)) as client:
        pages = client.portal.call(current_thread)
        threads.clear()
        assert client.get(path).status_code == 200
    assert threads
    assert pages not in threads
