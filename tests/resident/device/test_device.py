"""Forgetting everything on this device: no cookie of ours is left, and the browser is told to keep nothing."""

from __future__ import annotations

import re

from portal.web.assets import STATIC
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone


def test_nothing_is_left(phone: Phone) -> None:
    visitor = phone()
    visitor.post(f"{SERVICE}/", data={"do": "begin"})
    visitor.post(f"{HOME}/preferences", data={"do": "text:200", "back": f"{HOME}/"})
    assert len(visitor.cookies) == 2
    wiped = visitor.post(f"{HOME}/device")
    assert not visitor.cookies
    assert wiped.headers["clear-site-data"] == '"cache", "cookies", "storage"'
    assert "もう何も残っていません" in wiped.text
    assert 'data-text="200"' in wiped.text  # still as it was wished for
    assert "とちゅうまで書いたもの" not in visitor.get(f"{SERVICE}/").text


def test_looking_takes_nothing_away(phone: Phone) -> None:
    visitor = phone()
    visitor.post(f"{SERVICE}/", data={"do": "begin"})
    page = visitor.get(f"{HOME}/device")
    assert "消えるもの" in page.text
    assert "clear-site-data" not in page.headers
    assert visitor.cookies


def test_the_first_page_leads_there(phone: Phone) -> None:
    assert f'href="{HOME}/device"' in phone().get(f"{HOME}/").text


WIPED_BY = {
    "localStorage": "localStorage.clear",
    "sessionStorage": "sessionStorage.clear",
    "indexedDB": "indexedDB.deleteDatabase",
    "caches": "caches.delete",
    "showNotification": "note.close",
    "pushManager": "unregister",
}
"""Where a page or its worker can leave something, and how our script takes it away."""
LASTING = re.compile(rf"\b({'|'.join(WIPED_BY)}|cookieStore|getDirectory|document\.cookie|window\.name)\b")


def test_whatever_our_scripts_leave_on_a_telephone_is_wiped() -> None:
    left = {found for path in STATIC.rglob("*.js") for found in LASTING.findall(path.read_text())}
    assert left == WIPED_BY.keys()
    wipe = (STATIC / "components" / "stored.js").read_text()
    assert not [way for way in WIPED_BY.values() if way not in wipe]
