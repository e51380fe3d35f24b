"""Forms of the town's pages, and the town as its residents meet it."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from starlette.testclient import TestClient

from portal.accounts.staff import trail
from portal.municipalities import Municipality
from portal.web.towns.renewal import renew
from tests.desk.given import DESK, HERE, TownHall

CONTACTS = f"{DESK}/town/contacts"
DAYS = f"{DESK}/town/days"
WELFARE = f"{DESK}/town/departments/welfare"
HISTORY = f"{DESK}/town/history"


def form(page: str) -> dict[str, str]:
    """What a page's boxes hold, hidden ones too."""
    inputs = re.findall(r'<input type="(?:hidden|text)"[^>]*? name="([^"]*)"[^>]*? ?value="([^"]*)"', page)
    areas = re.findall(r'<textarea[^>]* name="([^"]*)"[^>]*>\n?([^<]*)</textarea>', page)
    return {name: unescape(text) for name, text in [*inputs, *areas] if name != "back"}


def previewed(browser: TestClient, at: str, /, **typed: str) -> Any:
    """The answer to a form filled in over what stands there."""
    return browser.post(at, data=form(browser.get(at).text) | typed | {"do": "preview"})


def applied(browser: TestClient, at: str, /, **typed: str) -> Any:
    """The answer to the button below a preview."""
    seen = previewed(browser, at, **typed)
    assert seen.status_code == 200, seen.text
    return browser.post(at, data=form(seen.text) | {"do": "apply"})


def town(hall: TownHall) -> Municipality:
    """The town as this process serves it once it has looked."""
    renew(hall.house)
    return hall.house.towns["kasumigahama"]


def kinds(hall: TownHall) -> list[tuple[str, str]]:
    """The trail, newest first: kinds of entries, and what they are about."""
    with hall.database.reading() as db:
        return [(one.kind, one.other) for one in trail.newest(db, HERE, frozenset("*"))]
