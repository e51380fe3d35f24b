"""An application that was sent, and the files to keep of it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pytest
from starlette.testclient import TestClient

from portal.consent.inquiry.code import code_of
from tests.journeys.benefit import SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import sent

LINK = re.compile(rf'href="({SERVICE}/bundle/[^"]+)"')


class Kept(NamedTuple):
    """Who sent it, the whole file with answers, and the number to check by."""

    resident: TestClient
    whole: dict[str, Any]
    code: str


@pytest.fixture
def kept(phone: Phone) -> Kept:
    resident = phone()
    sent(resident)
    own = LINK.findall(resident.get(f"{SERVICE}/done").text)[0]
    whole = resident.get(own).json()
    return Kept(resident, whole, code_of(whole))
