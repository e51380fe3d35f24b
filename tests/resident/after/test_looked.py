"""A resident reads who of the town's staff has looked at what was sent."""

from __future__ import annotations

from datetime import timedelta

from portal.accounts.staff import person as people
from portal.accounts.staff import trail
from portal.accounts.staff.trail import LOOKED, Entry
from portal.cases.case import by_number
from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, sent

HEADING = "この申し込みを見た人"


def looks(house: House, number: str, *hours: int) -> None:
    """Somebody looks at a case, so many hours later."""
    clerk = people.new("990019", "田中 一郎", {"welfare": frozenset({"clerk"})}, house.clock())
    with house.database.writing() as db:
        people.add(db, house.keys, clerk)
        case = by_number(db, house.keys, "990019", number)
        assert case
        for hour in hours:
            entry = Entry(house.clock() + timedelta(hours=hour), LOOKED, clerk.id, case.department, case.id, "case")
            trail.add(db, house.keys, "990019", entry)


def test_by_department_and_day(phone: Phone, house: House) -> None:
    number, other = sent(phone()), sent(phone())
    assert HEADING not in phone().post(f"{HOME}/status", data={"number": number, **BORN}).text
    looks(house, number, 0, 1, 24)
    page = phone().post(f"{HOME}/status", data={"number": number, **BORN}).text
    assert HEADING in page
    assert page.count("福祉課 給付金係の人が見ました。") == 2
    assert "令和8年11月25日（2026年）に、福祉課 給付金係の人が見ました。" in page
    assert "田中" not in page
    assert HEADING not in phone().post(f"{HOME}/status", data={"number": other, **BORN}).text
    english = phone().post("/en/kasumigahama/status", data={"number": number, **BORN}).text
    assert "Who has looked at this application" in english


def test_by_name_where_the_town_wants_it(phone: Phone, house: House) -> None:
    number = sent(phone())
    looks(house, number, 0)
    town = house.towns["kasumigahama"].model_copy(update={"names_staff": True})
    house.towns = {**house.towns, "kasumigahama": town}
    page = phone().post(f"{HOME}/status", data={"number": number, **BORN}).text
    assert "福祉課 給付金係の田中 一郎さんが見ました。" in page
