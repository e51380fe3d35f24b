"""The shape of a service: strict, frozen, questions found by id."""

from __future__ import annotations

from typing import Any

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


def test_at_most_three_statements_are_agreed_to() -> None:
    statements = [{"id": f"s{i}", "text": "a", "meaning": "b"} for i in range(4)]
    assert len(shaped(service(consent={"act": "x", "statements": statements[:3]})).consent.statements) == 3
    with pytest.raises(ValidationError):
        shaped(service(consent={"act": "x", "statements": statements}))


def test_what_was_published_before_kinds_had_names_can_still_be_read() -> None:
    consent = shaped(service(consent={"act": "x", "statements": [{"id": "a", "text": "b", "meaning": "c"}]})).consent
    assert (consent.statements[0].kind, consent.level, consent.at_the_counter) == ("declaration", "L1", False)


@pytest.mark.parametrize("wrong", [{"level": "L5"}, {"years": 0}, {"statements": [{"kind": "mandate"}]}])
def test_only_what_there_is_can_be_agreed_to(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        shaped(service(consent={"act": "x"} | wrong))
