"""The way: the draft's key lives in one cookie that scripts and strangers cannot read."""

from __future__ import annotations

from tests.journeys.benefit import SERVICE
from tests.resident.conftest import Phone


def test_the_key_is_out_of_reach_of_scripts_and_other_sites(phone: Phone) -> None:
    resident = phone()
    page = resident.post(f"{SERVICE}/", data={"do": "begin"}, follow_redirects=False)
    cookie = page.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
