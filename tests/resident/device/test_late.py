"""Answers that waited on the telephone: what became of each is told, and a doubt nobody saw is no yes."""

from __future__ import annotations

from collections.abc import Mapping

from httpx2 import Response
from starlette.testclient import TestClient

from portal.resident.device.late import FIRST, HEADER, PASSED
from tests.journeys.benefit import SERVICE, TYPED
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun, reviewed, sent

AGAIN = "もう一度、確かめてください。"
OTHERWISE = "前に、ちがう答えを書いています"
SON = TYPED["bank-account"] | {"holder": "たかはし いちろう"}


def came(visitor: TestClient, step: str, typed: Mapping[str, str], waited: str) -> Response:
    """The answer to a form that waited, as our script asks for it."""
    headers = {"X-Swap": "1", HEADER: waited}
    return visitor.post(f"{SERVICE}/{step}", data={**typed, "do": "next"}, headers=headers)


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
