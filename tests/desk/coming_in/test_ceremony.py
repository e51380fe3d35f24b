"""Where keys are made: under the portal's name, and on this machine alone under localhost."""

from __future__ import annotations

from datetime import datetime

import pytest
from starlette.testclient import TestClient

from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database
from tests.desk.given import DESK, TownHall, wish


@pytest.mark.parametrize(
    ("address", "base", "place"),
    [
        ("https://portal.example", "https://portal.example", "portal.example"),
        ("", "http://localhost:8123", "localhost"),
        ("http://192.0.2.1", "http://192.0.2.1", ""),
        ("https://portal.example", "https://portal.example:443", "portal.example"),
    ],
)
def test_keys_belong_to_a_name(
    database: Database, keys: Keys, now: datetime, address: str, base: str, place: str
) -> None:
    hall = TownHall(database, keys, now, Settings(address=address))
    page = TestClient(hall.app, base_url=base).get(f"{DESK}/sign-in").text
    if place:
        assert wish(page)["place"] == place
    else:
        assert "正式なアドレス（https）の設定が要ります" in page


def test_on_this_machine_the_number_leads_to_the_name(database: Database, keys: Keys, now: datetime) -> None:
    hall = TownHall(database, keys, now, Settings())
    page = TestClient(hall.app, base_url="http://127.0.0.1:8123").get(f"{DESK}/sign-in").text
    assert f'href="http://localhost:8123{DESK}/sign-in"' in page


def test_a_new_key_is_not_made_where_one_is_already(hall: TownHall) -> None:
    clerk = hall.person()
    machine, browser = hall.key_of(clerk), hall.inside(clerk)
    told = wish(browser.get(f"{DESK}/account").text)
    assert len(told["others"]) == 1
    assert told["user"] == "かすみがはま市 佐藤 恵"
    assert machine.id
