"""The questions a telephone keeps: each that is asked on one page, untouched, and on whose way it lies."""

from __future__ import annotations

from typing import Any

import pytest

from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE, TYPED
from tests.resident.conftest import Phone


def questions(phone: Phone, service: str) -> list[dict[str, Any]]:
    """The questions of what is kept of a service."""
    found: list[dict[str, Any]] = phone().get(f"{HOME}/{service}/kept.json").json()["questions"]
    return found


@pytest.mark.parametrize("service", ["kyufukin", "kaigo-nintei", "juminhyo"])
def test_every_question_is_there_in_its_order(phone: Phone, house: House, service: str) -> None:
    version = next(it for it in house.catalogue.versions if (it.municipality, it.service) == ("990019", service))
    told = questions(phone, service)
    assert [one["id"] for one in told] == [question.id for question in version.source.questions]
    assert [one["when"] for one in told] == [question.when for question in version.source.questions]
    for one in told:
        several = one["kind"] == "household" or (one["each"] and "." not in one["key"])
        assert bool(one["html"]) is not several
        assert several or f'action="{HOME}/{service}/{one["key"]}"' in one["html"]


def test_a_page_is_as_the_server_asks_it_but_for_the_way_so_far(phone: Phone) -> None:
    resident = phone(X_Swap="1")
    asked = resident.post(f"{SERVICE}/", data={"do": "begin"}).text
    kept = questions(phone, "kyufukin")[0]
    assert kept["id"] == next(iter(TYPED))
    for part in ("<title>", "<h1", 'name="value" value="self">', "次へ"):
        assert part in asked
        assert part in kept["html"]
    assert "<progress" not in kept["html"]


def test_a_name_is_left_open(phone: Phone) -> None:
    receives = next(one for one in questions(phone, "kyufukin") if one["id"] == "receives")
    assert receives["key"] == "receives.a"
    assert "{name}さんは、給付金を受けとりますか" in receives["html"]


def test_nobody_is_offered_their_own_name_for_somebody_else(phone: Phone) -> None:
    name = next(one for one in questions(phone, "kyufukin") if one["id"] == "applicant-name")
    assert 'autocomplete="family-name"' not in name["html"]
