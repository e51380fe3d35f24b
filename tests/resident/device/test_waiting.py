"""What has not been sent yet is said so, with what happens next."""

from __future__ import annotations

from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone


def test_it_says_that_nothing_has_been_sent(phone: Phone) -> None:
    page = phone().get(f"{SERVICE}/waiting").text
    assert "<h1>まだ送っていません</h1>" in page
    assert "特別給付金" in page
    assert phone().get(f"{HOME}/no-such-service/waiting").status_code == 404
