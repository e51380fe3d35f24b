"""Listening to a page as our script does: the page as it stands is sent, its script comes back."""

from __future__ import annotations

import re
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from portal.resident.listening.whole import spoken_of

Script = dict[str, Any]


def listened(phone: TestClient, page: Response, html: str = "") -> Response:
    """The answer to a page sent to be read aloud, where the page itself says."""
    door = re.search('data-sound="([^"]+)"', page.text)
    assert door, "nothing reads this page aloud"
    return phone.post(door[1], data={"page": page.url.path, "html": html or spoken_of(page.text)})


def script(phone: TestClient, page: Response) -> Script:
    """The script of a page."""
    answer = listened(phone, page)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    told: Script = answer.json()
    return told


def words(told: Script) -> list[str]:
    """What is said of a page, sentence by sentence."""
    return [one["text"] for one in told["utterances"]]
