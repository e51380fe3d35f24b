"""Nothing runs out while somebody thinks: a draft waits for a month, and then it is said kindly."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from html import unescape

import pytest
from starlette.testclient import TestClient

from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE, TYPED
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, begun, pressed, receipt_number, reviewed
from tests.resident.test_later import code_of

LAST, PAST = timedelta(days=29), timedelta(days=32)
HOURS = 20
"""WCAG 2.2, 2.2.6: what is kept longer needs no warning."""


@pytest.fixture
def later(house: House, now: datetime) -> Callable[[timedelta], None]:
    """Moves the clock of the house."""

    def moved(by: timedelta) -> None:
        house.clock = lambda: now + by

    return moved


def shown(phone: TestClient, step: str) -> str:
    """A question as it stands there."""
    return unescape(phone.get(f"{SERVICE}/{step}").text)


def test_after_weeks_every_answer_stands_there_and_can_be_sent(
    phone: Phone, later: Callable[[timedelta], None]
) -> None:
    resident = phone()
    reviewed(resident)
    later(LAST)
    for step, typed in TYPED.items():
        page = shown(resident, step)
        for part, text in typed.items():
            assert f'value="{text}" checked' in page or f'name="{part}" value="{text}"' in page, (step, part)
    assert receipt_number(pressed(resident))


def test_after_weeks_the_code_opens_every_answer(phone: Phone, later: Callable[[timedelta], None]) -> None:
    first, second = phone(), phone()
    reviewed(first)
    code = code_of(first)
    later(LAST)
    page = second.post(f"{HOME}/resume", data={"code": code, **BORN, "do": "next"})
    assert page.url.path == f"{SERVICE}/review"
    assert TYPED["applicant-name"]["family"] in page.text


def test_each_answer_gives_another_month(phone: Phone, later: Callable[[timedelta], None]) -> None:
    resident = phone()
    begun(resident)
    for month, (step, typed) in enumerate(TYPED.items()):
        later(month * LAST)
        assert resident.post(f"{SERVICE}/{step}", data={**typed, "do": "next"}).status_code == 200, step
    assert receipt_number(pressed(resident))


@pytest.mark.parametrize("step", ["birth-date", "consent", "later"])
def test_when_it_is_gone_it_is_said_kindly(phone: Phone, later: Callable[[timedelta], None], step: str) -> None:
    resident = phone()
    reviewed(resident)
    later(PAST)
    for page in (resident.get(f"{SERVICE}/{step}"), resident.post(f"{SERVICE}/{step}", data={"do": "next"})):
        assert page.status_code == 404
        for words in ("30日を過ぎたか", "とちゅうから続ける", "はじめから", "はじめのページへ", "tel:"):
            assert words in page.text
    assert 'value="begin"' in resident.get(f"{SERVICE}/").text


def test_no_cookie_ends_within_a_day(phone: Phone) -> None:
    resident = phone()
    answers = [begun(resident), resident.post(f"{HOME}/preferences", data={"do": "text:150", "back": HOME})]
    reviewed(resident)
    answers.append(pressed(resident))
    told = [
        cookie for page in answers for one in (*page.history, page) for cookie in one.headers.get_list("set-cookie")
    ]
    ages = [int(found[1]) for cookie in told if (found := re.search(r"max-age=(\d+)", cookie, re.IGNORECASE))]
    assert len(ages) == len(told) >= 3
    assert min(ages) >= HOURS * 3600
