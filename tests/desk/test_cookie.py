"""The cookie: for this host alone under https; on this machine, without it, by a plain name."""

from __future__ import annotations

from datetime import datetime

from starlette.testclient import TestClient

from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database
from tests.desk.given import DESK, TownHall


def test_has_a_plain_name_without_https(database: Database, keys: Keys, now: datetime) -> None:
    hall = TownHall(database, keys, now, Settings())
    page = TestClient(hall.app, base_url="http://localhost:8123", follow_redirects=False).post(f"{DESK}/leave")
    assert page.headers["set-cookie"].startswith("yorisoi_desk=")
    assert "Secure" not in page.headers["set-cookie"]


def test_is_for_this_host_alone_under_https(hall: TownHall) -> None:
    cookie = hall.browser().post(f"{DESK}/leave").headers["set-cookie"]
    assert cookie.startswith("__Host-yorisoi_desk=")
    assert "Secure" in cookie
    assert "Domain" not in cookie
