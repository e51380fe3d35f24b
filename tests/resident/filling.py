"""Filling in the cash benefit as a resident living alone would, over HTTP."""

from __future__ import annotations

from collections.abc import Mapping

from httpx2 import Response
from starlette.testclient import TestClient

from tests.journeys.benefit import NUMBER, SERVICE, TYPED, pressing

BORN = {"era": "showa", "year": "10", "month": "4", "day": "1"}


def begun(phone: TestClient) -> Response:
    """The first question."""
    return phone.post(f"{SERVICE}/", data={"do": "begin"})


def answered(phone: TestClient, step: str, typed: Mapping[str, str]) -> Response:
    """The page after an answer."""
    return phone.post(f"{SERVICE}/{step}", data={**typed, "do": "next"})


def reviewed(phone: TestClient) -> Response:
    """The review, every question answered."""
    begun(phone)
    for step, typed in TYPED.items():
        page = answered(phone, step, typed)
        assert page.status_code == 200, step
    return page


def sent(phone: TestClient) -> str:
    """The receipt's number."""
    reviewed(phone)
    return receipt_number(pressed(phone))


def pressed(phone: TestClient) -> Response:
    """The page after the act of consent."""
    return phone.post(f"{SERVICE}/consent", data=pressing(phone.get(f"{SERVICE}/consent").text))


def receipt_number(page: Response) -> str:
    """The number on a receipt."""
    found = NUMBER.search(page.text)
    assert page.status_code == 200
    assert found
    return found.group()
