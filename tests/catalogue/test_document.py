"""The shape of a service: strict, frozen, questions found by id."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from portal.catalogue.document import Service
from portal.catalogue.version import shaped
from tests.catalogue.given import service


def test_a_question_is_found_by_its_id() -> None:
    assert shaped(service()).question("born").short == "生まれた日"
    with pytest.raises(KeyError):
        shaped(service()).question("nobody")


def test_a_service_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Service.__setattr__(shaped(service()), "title", "x")


@pytest.mark.parametrize("n", [0, 4], ids=["none", "four"])
def test_one_to_three_statements_are_agreed_to(n: int) -> None:
    statements = [{"id": f"s{i}", "text": "a", "meaning": "b"} for i in range(n)]
    with pytest.raises(ValidationError):
        shaped(service(consent={"act": "x", "statements": statements}))
