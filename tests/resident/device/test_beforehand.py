"""What would follow an answer is told, and nothing of it is kept."""

from __future__ import annotations

import pytest

from tests.journeys.benefit import SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun


@pytest.mark.both_databases
def test_what_would_follow_is_told_beforehand_and_nothing_is_kept(phone: Phone) -> None:
    resident = phone(x_swap="1")
    begun(resident)
    headers = {"X-Beforehand": "1"}
    for _ in range(2):
        told = resident.post(f"{SERVICE}/filer", data={"value": "self", "do": "next"}, headers=headers)
        assert told.headers["content-location"] == f"{SERVICE}/applicant-name"
        assert resident.post(f"{SERVICE}/", data={"do": "continue"}).headers["content-location"] == f"{SERVICE}/filer"
    assert told.text == answered(resident, "filer", {"value": "self"}).text, "what then follows indeed"
    wrong = resident.post(f"{SERVICE}/applicant-name", data={"family": "髙橋", "do": "next"}, headers=headers)
    assert (wrong.status_code, "content-location" in wrong.headers) == (422, False)
    assert "髙橋" not in resident.get(f"{SERVICE}/applicant-name").text


@pytest.mark.parametrize("do", ["back", "text:200", "as-typed"])
def test_only_what_would_follow_is_told_beforehand(phone: Phone, do: str) -> None:
    resident = phone(x_beforehand="1")
    begun(resident)
    assert resident.post(f"{SERVICE}/filer", data={"value": "self", "do": do}).status_code == 400
