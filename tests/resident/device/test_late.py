"""Answers that waited on the telephone: what became of each is told, and a doubt nobody saw is no yes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from portal.catalogue import published
from portal.catalogue.offered import Catalogue
from portal.catalogue.version import Version
from portal.journey.draft import KEPT_FOR
from portal.resident.device.late import ASKED, FIRST, HEADER, PASSED
from portal.web.house import House
from tests.journeys.benefit import SERVICE, TYPED
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun, reviewed, sent

AGAIN = "もう一度、確かめてください。"
OTHERWISE = "前に、ちがう答えを書いています"
SON = TYPED["bank-account"] | {"holder": "たかはし いちろう"}


def came(visitor: TestClient, step: str, typed: Mapping[str, str], waited: str, asked: str = "") -> Response:
    """The answer to a form that waited, as our script asks for it."""
    headers = {"X-Swap": "1", HEADER: waited, ASKED: asked}
    return visitor.post(f"{SERVICE}/{step}", data={"do": "next", **typed}, headers=headers)


def test_a_doubt_whose_answer_was_lost_is_told_again(phone: Phone) -> None:
    resident = phone()
    reviewed(resident)
    assert AGAIN in came(resident, "bank-account", SON, "again").text
    assert AGAIN in came(resident, "bank-account", SON, "again").text
    assert answered(resident, "bank-account", SON).url.path == f"{SERVICE}/review", "seen, and sent by hand"


def test_an_answer_given_elsewhere_is_not_replaced_without_a_word(phone: Phone) -> None:
    resident = phone()
    begun(resident)
    answered(resident, "filer", {"value": "self"})
    same = came(resident, "filer", {"value": "self"}, FIRST)
    assert OTHERWISE not in same.text
    other = came(resident, "filer", {"value": "proxy"}, FIRST)
    assert OTHERWISE in other.text
    assert "content-location" not in other.headers, "our script stays at the question"
    assert OTHERWISE not in came(resident, "filer", {"value": "self"}, "again").text, "it knew of that one"


def test_an_answer_that_was_not_used_is_told_of(phone: Phone) -> None:
    resident = phone()
    begun(resident)
    used = came(resident, "filer", {"value": "self"}, FIRST)
    unused = came(resident, "no-question", {"value": "x"}, FIRST)
    assert (PASSED in used.headers, PASSED in unused.headers) == (False, True)


def test_what_was_sent_elsewhere_takes_no_more_answers(phone: Phone) -> None:
    resident = phone()
    sent(resident)
    unused = came(resident, "phone", TYPED["phone"], FIRST)
    assert unused.headers["content-location"].endswith("/done")
    assert PASSED in unused.headers


def served(house: House, **changed: Any) -> str:
    """The hash of a version of the benefit that is served no more, whose first question was another one."""
    today = house.catalogue.version_on("990019", "kyufukin", house.clock().date())
    assert today
    data = deepcopy(dict(today.data))
    data["questions"][0] |= changed
    version = Version.of(today.municipality, today.service, today.effective, data)
    with house.database.writing() as db:
        published.keep(db, Catalogue([version]))
    return version.hash


OTHER_WORDS = {"ask": "だれの分を、返しますか"}


@pytest.mark.parametrize("changed", [OTHER_WORDS, None], ids=["in other words", "of a version nobody knows"])
def test_an_answer_to_another_question_is_none(phone: Phone, house: House, changed: dict[str, str] | None) -> None:
    resident, asked = phone(), served(house, **changed) if changed else "0" * 64
    begun(resident)
    again = came(resident, "filer", {"value": "self"}, FIRST, asked)
    assert (again.status_code, PASSED in again.headers, "content-location" in again.headers) == (200, True, False)
    assert 'value="self" checked' in again.text, "as it was answered there"
    assert came(resident, "", {"do": "continue"}, "again").headers["content-location"] == f"{SERVICE}/filer"
    answered(resident, "filer", {"value": "family"})
    unused = came(resident, "filer", {"value": "self"}, "again", asked)
    assert PASSED in unused.headers
    assert 'value="family" checked' in unused.text, "what was answered since stays"


def test_an_answer_to_the_same_question_of_another_version_is_taken(phone: Phone, house: House) -> None:
    resident, asked = phone(), served(house, **OTHER_WORDS)
    begun(resident)
    answered(resident, "filer", {"value": "self"})
    taken = came(resident, "applicant-name", TYPED["applicant-name"], FIRST, asked)
    assert taken.headers["content-location"] == f"{SERVICE}/birth-date"
    assert PASSED not in taken.headers


def later(house: House, by: timedelta) -> None:
    """So much later."""
    then = house.clock() + by
    house.clock = lambda: then


def ended(house: House) -> None:
    """The town offers no service any more; who had begun has had their days."""
    later(house, KEPT_FOR + timedelta(days=2))
    house.catalogue = Catalogue([])


MEANWHILE: dict[str, tuple[Callable[[House], None], tuple[int, str | None], tuple[int, str | None]]] = {
    "the last day has passed": (partial(later, by=timedelta(days=3000)), (404, None), (200, f"{SERVICE}/")),
    "the service is no more": (ended, (404, None), (404, None)),
    "the draft is no more": (partial(later, by=KEPT_FOR + timedelta(days=2)), (404, None), (200, f"{SERVICE}/filer")),
}
"""What has become of a draft, and by which status and address our script knows it (static/tunnel/sender.js): of an
answer, then of the draft it begins in its place. Its own address, or none, keeps what waits on the telephone."""


@pytest.mark.parametrize(("meanwhile", "an_answer", "begun_anew"), MEANWHILE.values(), ids=MEANWHILE.keys())
def test_what_became_of_the_service_is_told_so_that_nothing_is_lost(
    phone: Phone,
    house: House,
    meanwhile: Callable[[House], None],
    an_answer: tuple[int, str | None],
    begun_anew: tuple[int, str | None],
) -> None:
    resident = phone()
    begun(resident)
    meanwhile(house)
    for step, typed, wanted in (("filer", {"value": "self"}, an_answer), ("", {"do": "continue"}, begun_anew)):
        told = came(resident, step, typed, FIRST)
        assert (told.status_code, told.headers.get("content-location")) == wanted
        assert "cross-origin-resource-policy" in told.headers, "by which it is known as ours"
