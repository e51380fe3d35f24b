"""Guessing: the wrong are slowed down, the right never, and no spelling of a number gives more tries."""

from __future__ import annotations

from itertools import product

import pytest

from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, begun, sent
from tests.resident.test_later import code_of


def test_an_office_behind_one_address_looks_up_all_day(phone: Phone) -> None:
    number = sent(phone())
    clerk = phone()
    pages = [clerk.post(f"{HOME}/status", data={"number": number, **BORN}) for _ in range(30)]
    assert {page.status_code for page in pages} == {200}


def test_an_office_behind_one_address_goes_on_all_day(phone: Phone) -> None:
    resident = phone()
    begun(resident)
    code = code_of(resident, **BORN)
    pages = [phone().post(f"{HOME}/resume", data={"code": code, **BORN}) for _ in range(30)]
    assert {page.status_code for page in pages} == {200}


def test_letters_for_digits_give_no_further_tries(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.cases.number.secrets.randbelow", lambda _: 10_010_011)
    number = sent(phone())
    spellings = {"".join(way) for way in product(*({"0": "0Oo", "1": "1Il"}.get(sign, sign) for sign in number))}
    guesser = phone()
    pages = [guesser.post(f"{HOME}/status", data={"number": one, **BORN, "day": "2"}) for one in sorted(spellings)[:9]]
    assert [page.status_code for page in pages] == [422] * 5 + [429] * 4


def test_mistyped_numbers_of_many_people_keep_nobody_out(phone: Phone) -> None:
    number = sent(phone())
    wrong = [phone().post(f"{HOME}/status", data={"number": f"{n:010d}", **BORN}) for n in range(2, 12)]
    assert {page.status_code for page in wrong} == {422}
    assert phone().post(f"{HOME}/status", data={"number": number, **BORN}).status_code == 200
