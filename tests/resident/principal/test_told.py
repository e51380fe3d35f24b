"""Whose telephone it is."""

from __future__ import annotations

from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone
from tests.resident.filling import BORN
from tests.resident.principal.helped import applied, linked


def test_who_only_looked_where_it_stands_is_not_taken_for_the_helper(phone: Phone) -> None:
    daughter, mother = phone(), phone()
    number = applied(daughter)
    mother.post(f"{HOME}/status", data={"number": number, **BORN})
    assert "申し込みを見る" in mother.get(linked(daughter, number)).text
