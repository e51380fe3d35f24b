"""What would follow an answer is told, and nothing of it is kept."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

from portal.web.house import House
from tests.journeys.benefit import SERVICE, TYPED
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


def everything(house: House) -> dict[str, Any]:
    """Every row of every table, and the bytes of every file beside the database."""
    with house.database.reading() as db:
        tables = {table.name: sorted(map(repr, db.execute(select(table)))) for table in SQLModel.metadata.sorted_tables}
    kept = [path for path in house.settings.var.rglob("*") if path.is_file() and "sqlite" not in path.name]
    return {**tables, "": sorted((str(path), path.read_bytes()) for path in kept)}


@pytest.mark.both_databases
@pytest.mark.parametrize("typed", [TYPED["applicant-name"], {"family": "髙橋"}], ids=["understood", "amiss"])
def test_what_was_not_pressed_is_nowhere(
    phone: Phone, house: House, caplog: pytest.LogCaptureFixture, typed: dict[str, str]
) -> None:
    resident = phone(x_swap="1")
    begun(resident)
    answered(resident, "filer", {"value": "self"})
    before, cookies = everything(house), dict(resident.cookies)
    resident.post(f"{SERVICE}/applicant-name", data={**typed, "do": "next"}, headers={"X-Beforehand": "1"})
    assert everything(house) == before
    assert dict(resident.cookies) == cookies
    assert "髙橋" not in caplog.text
    answered(resident, "applicant-name", typed)
    assert everything(house) != before, "pressed, it is kept"


@pytest.mark.parametrize("do", ["back", "text:200", "as-typed"])
def test_only_what_would_follow_is_told_beforehand(phone: Phone, do: str) -> None:
    resident = phone(x_beforehand="1")
    begun(resident)
    assert resident.post(f"{SERVICE}/filer", data={"value": "self", "do": do}).status_code == 400
