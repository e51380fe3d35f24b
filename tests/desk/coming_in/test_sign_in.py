"""Coming in by a passkey: whoever holds one, once for each challenge, and nobody else."""

from __future__ import annotations

import pytest

from portal.accounts.staff import person as people
from portal.accounts.staff import trail
from portal.storage.tries import PER_ADDRESS
from tests.desk.given import DESK, HERE, ORIGIN, TownHall, answered, keyring, signed

SIGN_IN = f"{DESK}/sign-in"


def test_a_clerk_comes_in_by_a_key_without_typing_anything(hall: TownHall) -> None:
    clerk, browser = hall.person({"welfare": ["clerk"]}), hall.browser()
    machine = hall.key_of(clerk)
    assert browser.get(f"{DESK}/").headers["location"] == SIGN_IN
    came = answered(browser, machine, SIGN_IN)
    assert (came.status_code, came.headers["location"]) == (303, f"{DESK}/")
    assert "佐藤 恵さんの机" in browser.get(f"{DESK}/").text
    with hall.database.reading() as db:
        assert [one.kind for one in trail.newest(db, HERE, frozenset("*"))] == ["came"]


def test_the_cookie_is_for_this_host_and_no_script(hall: TownHall) -> None:
    browser = hall.browser()
    came = answered(browser, hall.key_of(hall.person()), SIGN_IN)
    cookie = came.headers["set-cookie"]
    assert cookie.startswith("__Host-yorisoi_desk=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= {part.strip() for part in cookie.split(";")}


def test_goes_on_to_where_one_wanted_to(hall: TownHall) -> None:
    browser = hall.browser()
    assert browser.get(f"{DESK}/staff").headers["location"] == f"{SIGN_IN}?to=%2Fdesk%2Fkasumigahama%2Fstaff"
    came = answered(browser, hall.key_of(hall.person()), SIGN_IN, to=f"{DESK}/staff")
    assert came.headers["location"] == f"{DESK}/staff"


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example/", "/desk/hoshino/", f"{DESK}/../x", "/ja/"])
def test_goes_nowhere_else(hall: TownHall, to: str) -> None:
    came = answered(hall.browser(), hall.key_of(hall.person()), SIGN_IN, to=to)
    assert came.headers["location"] == f"{DESK}/"


def test_what_was_signed_once_lets_in_once(hall: TownHall) -> None:
    machine, thief, browser = hall.key_of(hall.person()), hall.browser(), hall.browser()
    form = signed(machine, browser.get(SIGN_IN).text)
    assert browser.post(SIGN_IN, data=form).status_code == 303
    again = thief.post(SIGN_IN, data=form)
    assert again.status_code == 422
    assert "もう一度、ボタンを押してください" in again.text


def test_a_page_that_stood_open_all_night_asks_once_more(hall: TownHall) -> None:
    machine, browser = hall.key_of(hall.person()), hall.browser()
    page = browser.get(SIGN_IN).text
    hall.later(hours=12)
    assert browser.post(SIGN_IN, data=signed(machine, page)).status_code == 422
    assert answered(browser, machine, SIGN_IN).status_code == 303


def test_a_key_of_nobody_or_of_another_town_lets_nobody_in(hall: TownHall) -> None:
    elsewhere = hall.key_of(hall.person(town="990027"))
    for machine in (keyring(), elsewhere):
        assert answered(hall.browser(), machine, SIGN_IN).status_code == 422


def test_a_revoked_clerk_does_not_come_in(hall: TownHall) -> None:
    clerk = hall.person({"welfare": ["clerk"]})
    machine = hall.key_of(clerk)
    with hall.database.writing() as db:
        people.revoke(db, hall.keys, clerk, hall.now)
    assert answered(hall.browser(), machine, SIGN_IN).status_code == 422


def test_wrong_ones_are_counted_and_right_ones_are_not(hall: TownHall) -> None:
    machine, browser = hall.key_of(hall.person()), hall.browser()
    for _ in range(PER_ADDRESS.most + 1):
        assert answered(hall.browser(), machine, SIGN_IN).status_code == 303
    for _ in range(PER_ADDRESS.most):
        assert answered(browser, keyring(), SIGN_IN).status_code == 422
    assert answered(hall.browser(), machine, SIGN_IN).status_code == 422, "too many tries from here"


def test_says_where_passkeys_can_be_used(hall: TownHall) -> None:
    page = hall.browser().get(f"https://other.example{SIGN_IN}")
    assert f'href="{ORIGIN}{SIGN_IN}"' in page.text
    assert "data-wish" not in page.text


def test_whoever_is_in_goes_on(hall: TownHall) -> None:
    assert hall.inside(hall.person()).get(SIGN_IN).headers["location"] == f"{DESK}/"


@pytest.mark.parametrize("told", ["", "[]", "{}", '{"id": "x"}', "<", '{"id": "' + "x" * 3000 + '"}'])
@pytest.mark.parametrize("challenge", ["", "あ", "AAAA", "x" * 500])
def test_broken_answers_are_told_in_words(hall: TownHall, told: str, challenge: str) -> None:
    page = hall.browser().post(SIGN_IN, data={"told": told, "challenge": challenge})
    assert page.status_code == 422
