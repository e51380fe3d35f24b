"""The house put together: every way in is there, the fictional towns only while they are wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.app import reload, served
from portal.municipalities.source import Fault, Faulty
from portal.settings import Settings
from portal.web.house import House
from tests.resident.conftest import Phone, house, phone

__all__ = ["house", "phone"]


def test_the_fictional_towns_leave_when_the_demo_ends() -> None:
    assert {"kasumigahama", "hoshino"} <= served(Settings()).keys()
    assert not any(town.demo for town in served(Settings(demo=False)).values())


def test_the_machine_can_be_asked_whether_it_is_ready(phone: Phone) -> None:
    assert phone().get("/healthz").text == "ok\n"


def test_pages_and_files_come_compressed(phone: Phone, house: House) -> None:
    for path in ("/ja/kasumigahama/", "/ja/", house.assets.path("site.css")):
        assert phone(Accept_Encoding="gzip").get(path).headers["content-encoding"] == "gzip"


def test_head_is_answered_like_get(phone: Phone) -> None:
    assert phone().head("/ja/kasumigahama/").status_code == 200


def test_a_broken_catalogue_leaves_the_old_one_in_service(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    served_before = house.catalogue
    fault = Fault(Path("a.yaml"), 7, "nothing is called 'colour' here")

    def broken(*_: object) -> None:
        raise Faulty([fault])

    with monkeypatch.context() as patched:
        patched.setattr("portal.app.load", broken)
        assert not reload(house)
    assert house.catalogue is served_before
    assert "a.yaml:7: nothing is called 'colour' here" in caplog.text
    assert reload(house)
    assert house.catalogue is not served_before
