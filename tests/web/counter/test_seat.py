"""While a clerk writes with a resident, the pages keep the desk open, and say before it closes; no word is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from portal.accounts.staff.session import DAY, REST
from portal.web.house import House
from tests.desk.counter.given import COUNTER, DESK, Clerk
from tests.desk.given import answered
from tests.journeys.benefit import SERVICE, TYPED
from tests.journeys.conftest import house, phone
from tests.resident.conftest import Phone
from tests.resident.filling import begun

__all__ = ["house", "phone"]

NOTICE, NAME = "data-rest=", f"{SERVICE}/applicant-name"
STEPS = [*TYPED]


def later(house: House, **time: float) -> None:
    """Let time pass."""
    was = house.clock
    house.clock = lambda: was() + timedelta(**time)


def answer(clerk: Clerk, step: str, **headers: str) -> Any:
    """What comes of an answer sent from its page."""
    return clerk.browser.post(f"{SERVICE}/{step}", data={**TYPED[step], "do": "next"}, headers=headers)


def come_in(clerk: Clerk, to: str) -> Any:
    """The clerk shows their key at the door; the page they wanted."""
    came = answered(clerk.browser, clerk.machine, f"{DESK}/sign-in", to=to)
    assert came.headers["location"] == to
    return clerk.browser.get(to)


def test_a_page_says_how_long_the_desk_stays_open(house: House) -> None:
    clerk = Clerk(house)
    page = clerk.begin().text
    rest, day = int(REST.total_seconds()), int(DAY.total_seconds())
    assert f'lang="ja" data-rest="{DESK}/rest" data-left="{rest}" data-day="{day}"' in page
    assert "あと約{n}分で、机が閉じます。" in page
    assert '<noscript><p lang="ja">30分使わないと、机が閉じます。' in page
    for part in ("rest.css", "rest.js"):
        assert house.assets.path(part) in page
    later(house, minutes=25)
    told = clerk.browser.get(f"{SERVICE}/filer").text
    assert f'data-left="{rest}" data-day="{day - 25 * 60}"' in told


def test_it_is_said_in_a_language_of_the_desk(house: House) -> None:
    clerk = Clerk(house)
    clerk.begin()
    assert 'lang="en" data-rest=' in clerk.browser.get(f"{SERVICE.replace('/ja/', '/en/')}/filer").text
    for language in ("vi", "zh-Hant", "ja-simple"):
        page = clerk.browser.get(f"{SERVICE.replace('/ja/', f'/{language}/')}/filer").text
        assert 'lang="ja" data-rest=' in page
        assert 'data-words="あと約{n}分で、机が閉じます。">あと約2分で、机が閉じます。<' in page, "in one piece"


def test_nothing_of_it_stands_on_a_residents_own_pages_nor_on_a_lent_screen(house: House, phone: Phone) -> None:
    resident = phone()
    begun(resident)
    pages = [resident.get(f"{SERVICE}/filer").text, resident.get(f"{SERVICE}/").text]
    clerk = Clerk(house)
    clerk.write()
    clerk.lend()
    pages += [clerk.browser.get(f"{SERVICE}/{at}").text for at in ("review", "consent", "applicant-name")]
    pages.append(clerk.press().text)
    for page in pages:
        assert "<main" in page
        for part in (NOTICE, "rest.", "机"):
            assert part not in page


def test_writing_is_to_use_the_desk(house: House) -> None:
    clerk = Clerk(house)
    clerk.begin()
    for step in STEPS[:4]:
        later(house, minutes=20)
        page = clerk.follow(answer(clerk, step))
        assert page.url.path.startswith(SERVICE)
        if page.url.path.endswith("/recap"):
            clerk.follow(clerk.browser.post(page.url.path, data={"do": "next"}))
    assert clerk.browser.get(f"{DESK}/").status_code == 200


def test_one_press_goes_on_for_as_long_as_a_day_at_the_desk(house: House) -> None:
    clerk = Clerk(house)
    clerk.begin()
    for _ in range(DAY // timedelta(minutes=29)):
        later(house, minutes=29)
        assert clerk.browser.get(f"{DESK}/rest").json()["rest"] == 60
        assert clerk.browser.post(f"{DESK}/rest").json()["rest"] == 1800
    assert clerk.browser.get(f"{SERVICE}/filer").status_code == 200


@pytest.mark.parametrize("swap", ["", "1"])
def test_what_is_sent_after_the_desk_has_closed_is_kept_and_not_shown(house: House, swap: str) -> None:
    clerk = Clerk(house)
    clerk.begin()
    for step in STEPS[: STEPS.index("applicant-name")]:
        page = clerk.follow(answer(clerk, step))
        if page.url.path.endswith("/recap"):
            clerk.follow(clerk.browser.post(page.url.path, data={"do": "next"}))
    at = clerk.sitting()
    later(house, minutes=31)
    assert clerk.browser.get(NAME).headers["location"] == COUNTER
    back = answer(clerk, "applicant-name", **({"x-swap": swap} if swap else {}))
    assert (back.status_code, back.headers["location"], back.content) == (303, at, b"")
    assert clerk.browser.get(at).headers["location"].startswith(f"{DESK}/sign-in?")
    page = come_in(clerk, at)
    assert "続きを書く" in page.text
    assert "髙橋" in clerk.browser.get(NAME).text


def test_an_answer_that_is_amiss_and_one_half_told_are_kept_too(house: House) -> None:
    clerk = Clerk(house)
    clerk.write()
    at = clerk.sitting()
    later(house, minutes=31)
    amiss = {**TYPED["applicant-name"], "family": "大橋", "family_kana": "", "do": "next"}
    assert clerk.browser.post(NAME, data=amiss).headers["location"] == at
    come_in(clerk, at)
    assert "大橋" in clerk.browser.get(NAME).text


def test_the_clerk_finds_it_from_the_counter_as_well(house: House) -> None:
    clerk = Clerk(house)
    clerk.write()
    at = clerk.sitting()
    later(house, hours=1)
    assert f'href="{at}"' in come_in(clerk, COUNTER).text
    assert "髙橋" in clerk.browser.get(f"{SERVICE}/review").text


def test_a_screen_taken_back_after_the_rest_goes_on_too(house: House) -> None:
    clerk = Clerk(house)
    clerk.write()
    at = clerk.lend()
    later(house, minutes=31)
    assert "お客様に、確かめてもらう" in come_in(clerk, at).text
    assert NOTICE in clerk.browser.get(f"{SERVICE}/review").text


def test_whoever_else_comes_in_there_finds_nothing(house: House) -> None:
    clerk, other = Clerk(house), Clerk(house, "山本 京子")
    clerk.write()
    at = clerk.sitting()
    later(house, minutes=31)
    other.browser.cookies.clear()
    other.browser.cookies.update(dict(clerk.browser.cookies))
    assert come_in(other, at).headers["location"] == COUNTER
    assert "髙橋" not in other.follow(other.browser.get(f"{SERVICE}/review")).text
    assert answer(other, "applicant-name").headers["location"] == COUNTER
