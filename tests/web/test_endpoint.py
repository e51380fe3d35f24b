"""From request to response: committed before a byte is sent, slow work off the loop, faults told kindly."""

from __future__ import annotations

import logging
import threading

import pytest

from portal.resident import DOORS
from portal.storage.database import Database
from portal.web.house import Answer, Door, House
from portal.web.visit import Visit
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone, house, phone

__all__ = ["house", "phone"]


def test_slow_doors_run_beside_the_loop(house: House, phone: Phone) -> None:
    threads: dict[str, int] = {}

    def show(visit: Visit) -> Answer:
        threads[visit.name] = threading.get_ident()
        return visit.page("resident/home.html", services=[])

    house.doors = {**DOORS, "home": Door(show), "status": Door(show, slow=True)}
    reader = phone()
    reader.get(f"{HOME}/")
    reader.get(f"{HOME}/status")
    assert threads["home"] != threads["status"]


def test_a_fault_is_logged_without_a_personal_word(
    phone: Phone, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    resident = phone()
    resident.post(f"{SERVICE}/", data={"do": "begin"})
    monkeypatch.setattr("portal.journey.draft._encode", None)
    with caplog.at_level(logging.ERROR):
        page = resident.post(f"{SERVICE}/filer", data={"value": "himitsu", "do": "next"})
    assert page.status_code == 500
    assert "step failed" in caplog.text
    assert "himitsu" not in caplog.text


def test_a_page_that_takes_no_form_says_so(phone: Phone) -> None:
    assert phone().post(f"{HOME}/", data={"do": "x"}).status_code == 404


def test_a_form_from_elsewhere_is_refused_in_words(phone: Phone) -> None:
    page = phone(Sec_Fetch_Site="cross-site").post(f"{SERVICE}/", data={"do": "begin"})
    assert page.status_code == 403
    assert "もう一度、はじめから書いてください" in page.text


def test_too_large_a_form_is_refused_in_words(phone: Phone) -> None:
    page = phone().post(f"{SERVICE}/filer", data={"value": "あ" * 100_000})
    assert page.status_code == 413
    assert "大きすぎました" in page.text
    assert f'href="{SERVICE}/filer">前のページにもどる' in page.text


def test_another_writer_keeps_only_writers_waiting(house: House, phone: Phone) -> None:
    resident, reader = phone(), phone()
    resident.post(f"{SERVICE}/", data={"do": "begin"})
    other = Database(house.database.url)
    held, free = threading.Event(), threading.Event()

    def hold() -> None:
        with other.writing():
            held.set()
            free.wait(20)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(20)
    pages: list[int] = []
    form = {"value": "self", "do": "next"}
    writer = threading.Thread(target=lambda: pages.append(resident.post(f"{SERVICE}/filer", data=form).status_code))
    writer.start()
    assert reader.get(f"{HOME}/").status_code == 200
    assert not pages, "the writer waits, the reader does not"
    free.set()
    writer.join(20)
    holder.join(20)
    other.close()
    assert pages == [200]
