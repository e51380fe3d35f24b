"""The way: the draft's key lives in one cookie that scripts and strangers cannot read."""

from __future__ import annotations

from datetime import datetime, timedelta

from portal.web.house import House
from tests.journeys.benefit import SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import begun


def test_the_key_is_out_of_reach_of_scripts_and_other_sites(phone: Phone) -> None:
    resident = phone()
    page = resident.post(f"{SERVICE}/", data={"do": "begin"}, follow_redirects=False)
    cookie = page.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_a_draft_ends_after_thirty_days_with_words(phone: Phone, house: House, now: datetime) -> None:
    resident = phone()
    begun(resident)
    house.clock = lambda: now + timedelta(days=31)
    page = resident.get(f"{SERVICE}/filer")
    assert page.status_code == 404
    assert "30日を過ぎた" in page.text
