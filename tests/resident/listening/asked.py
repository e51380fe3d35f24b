"""Listening to a page as our script does: the page as it stands is sent, its script comes back."""

from __future__ import annotations

from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from portal.resident.listening.whole import spoken_of

Script = dict[str, Any]


def listened(phone: TestClient, page: Response, html: str = "") -> Response:
    """The answer to a page sent to be read aloud."""
    path = page.url.path
    sent = {"page": path, "html": html or spoken_of(page.text)}
    return phone.post("/".join([*path.split("/")[:3], "listen"]), data=sent)


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
