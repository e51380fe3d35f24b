"""Many people at a time: a place instead of an error, kept by the phone; who is in the middle of something goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE, TYPED
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun

TURN = f"{SERVICE}/turn"


def crowded(house: House, each_minute: int) -> None:
    town = house.towns["kasumigahama"]
    house.towns = {**house.towns, town.slug: town.model_copy(update={"begin_each_minute": each_minute})}


@pytest.fixture
def rush(house: House) -> None:
    """One may begin each minute, and one has come before."""
    crowded(house, 1)


def later(house: House, **time: int) -> None:
    moment = house.clock() + timedelta(**time)
    house.clock = lambda: moment


@pytest.mark.usefixtures("rush")
def test_a_place_is_told_kept_and_comes(phone: Phone, house: House) -> None:
    for _ in range(2):
        assert begun(phone()).url.path == f"{SERVICE}/filer", "as many as a minute allows"
    third, fourth = phone(), phone()
    page = begun(third)
    assert page.url.path == TURN
    assert page.status_code == 200
    assert "あなたは、1番目です。" in page.text
    assert "あなたは、2番目です。" in begun(fourth).text
    later(house, seconds=30)
    assert "あなたは、1番目です。" in begun(third).text, "asking again loses no place"
    assert "あと1分くらいです。" in third.get(TURN).text
    later(house, seconds=31)
    assert "順番が来ました" in third.get(TURN).text
    assert begun(fourth).url.path == TURN
    later(house, hours=23)
    assert begun(third).url.path == f"{SERVICE}/filer", "nobody need sit there"
    assert f"yorisoi_{HOME.rpartition('/')[2]}_turn" not in third.cookies, "a turn is used once"


@pytest.mark.usefixtures("rush")
def test_who_is_in_the_middle_goes_on(phone: Phone) -> None:
    resident = phone()
    begun(resident)
    for _ in range(3):
        begun(phone())
    answered(resident, "filer", TYPED["filer"])
    assert resident.post(f"{SERVICE}/", data={"do": "continue"}).url.path == f"{SERVICE}/applicant-name"
    assert begun(resident).url.path == f"{SERVICE}/filer", "to begin anew is no more than to go on"
    waited = phone(x_late="first")
    assert waited.post(f"{SERVICE}/", data={"do": "continue"}).url.path == f"{SERVICE}/filer"


@pytest.mark.usefixtures("rush")
def test_to_wait_costs_no_query_and_the_page_comes_whole(
    phone: Phone, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        begun(phone())
    resident = phone(x_swap="1")
    answer = begun(resident)
    assert (answer.content, answer.headers["content-location"]) == (b"", TURN)
    for way in ("reading", "writing"):
        monkeypatch.setattr(type(house.database), way, None)
    assert begun(resident).headers["content-location"] == TURN
    del resident.headers["x-swap"]
    assert "あなたは、1番目です。" in resident.get(TURN).text


def test_without_a_limit_nobody_waits(phone: Phone) -> None:
    assert all(begun(phone()).url.path == f"{SERVICE}/filer" for _ in range(4))
    assert "順番が来ました" in phone().get(TURN).text


def test_one_address_takes_its_share_and_no_more(phone: Phone, house: House) -> None:
    crowded(house, 30)
    machine, waiting = phone(), phone()
    for _ in range(28):
        begun(machine)
        machine.cookies.clear()
    for _ in range(4):
        begun(waiting)  # whoever has a draft or a place is not counted again
    assert begun(machine).status_code == 200
    machine.cookies.clear()
    refused = begun(machine)
    assert (refused.status_code, "少し時間をおいてください" in refused.text) == (429, True)
    assert begun(phone(x_late="again")).status_code == 429, "no way around the line"
    assert begun(waiting).status_code == 200
    later(house, minutes=4)
    assert begun(machine).status_code == 429
    later(house, minutes=2)
    assert begun(machine).url.path == f"{SERVICE}/filer"


def test_a_hall_may_take_twenty_in_the_smallest_town(phone: Phone, house: House) -> None:
    crowded(house, 1)
    assert [begun(phone()).status_code for _ in range(21)] == [200] * 20 + [429]
