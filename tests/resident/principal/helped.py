"""Somebody who applied for another, and the way of the person to their own word."""

from __future__ import annotations

import re

from httpx2 import Response
from starlette.testclient import TestClient

from tests.journeys.benefit import HOME
from tests.resident.filling import BORN, answered, begun, pressed, receipt_number
from tests.resident.test_helper import HELPED

LINK = re.compile(r"/ja/kasumigahama/own/[\w-]+")


def applied(phone: TestClient) -> str:
    """The number of what a daughter has sent for her mother."""
    begun(phone)
    for step, typed in HELPED.items():
        answered(phone, step, typed)
    return receipt_number(pressed(phone))


def linked(phone: TestClient, number: str) -> str:
    """The path of a fresh link for the mother."""
    page = phone.post(f"{HOME}/ask/{number}", data={"do": "next"})
    found = LINK.search(page.text.replace("<wbr>", ""))
    assert found, page.text
    return found.group()


def entered(phone: TestClient, link: str, **other: str) -> Response:
    """The page after the birth date."""
    return phone.post(link, data={**BORN, "do": "next", **other})


def signed(phone: TestClient) -> Response:
    """The page after the mother's yes."""
    return phone.post(f"{HOME}/sign", data={"do": "seal", "means": "hold"})
