"""A phone in the hands of somebody who reads the pages to another person and types for them."""

from __future__ import annotations

from starlette.testclient import TestClient

from portal.preferences import COOKIE
from tests.resident.conftest import Phone

TOGETHER = "100.standard..together"


def reader(phone: Phone, **headers: str) -> TestClient:
    """One more phone, set to 「代わりに読む・聞く」."""
    made = phone(**headers)
    made.cookies.set(COOKIE, TOGETHER)
    return made
