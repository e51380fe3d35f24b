"""One's own account: keys are added and removed, one stays; other browsers are ended."""

from __future__ import annotations

from html import unescape
from re import findall

from portal.accounts.staff import key
from tests.desk.given import DESK, TownHall, answered, keyring, signed

ACCOUNT = f"{DESK}/account"


def test_a_second_key_comes_in_as_well(hall: TownHall) -> None:
    clerk = hall.person()
    hall.key_of(clerk)
    browser, second = hall.inside(clerk), keyring()
    assert answered(browser, second, ACCOUNT, name="スマホ", do="add").headers["location"] == ACCOUNT
    assert "スマホ" in browser.get(ACCOUNT).text
    assert answered(hall.browser(), second, f"{DESK}/sign-in").status_code == 303


def test_a_key_without_a_name_has_the_day(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    answered(browser, keyring(), ACCOUNT, do="add")
    assert "令和8年11月24日（2026年）に作ったパスキー" in browser.get(ACCOUNT).text


def test_one_key_stays(hall: TownHall) -> None:
    clerk = hall.person()
    first = hall.key_of(clerk, "古いパソコン")
    browser = hall.inside(clerk)
    [only] = removing(browser.get(ACCOUNT).text)
    refused = browser.post(ACCOUNT, data={"do": only})
    assert refused.status_code == 422
    assert "ただ一つのパスキー" in refused.text
    answered(browser, keyring(), ACCOUNT, name="新しいパソコン", do="add")
    assert browser.post(ACCOUNT, data={"do": only}).status_code == 303
    assert "古いパソコン" not in browser.get(ACCOUNT).text
    assert answered(hall.browser(), first, f"{DESK}/sign-in").status_code == 422


def test_nobody_removes_anothers_key(hall: TownHall) -> None:
    other, me = hall.person(name="鈴木 修"), hall.person()
    machine = hall.key_of(other)
    hall.key_of(me)
    hall.key_of(me)
    [wanted] = removing(hall.inside(other).get(ACCOUNT).text)
    hall.inside(me).post(ACCOUNT, data={"do": wanted})
    assert answered(hall.browser(), machine, f"{DESK}/sign-in").status_code == 303


def test_there_may_be_so_many_keys(hall: TownHall) -> None:
    clerk = hall.person()
    for _ in range(key.MOST):
        hall.key_of(clerk)
    full = answered(hall.inside(clerk), keyring(), ACCOUNT, do="add")
    assert full.status_code == 422
    assert "パスキーは10個までです" in full.text


def test_a_key_is_added_only_by_who_has_just_shown_one(hall: TownHall) -> None:
    clerk = hall.person()
    machine, browser = hall.key_of(clerk), hall.inside(clerk)
    page = browser.get(ACCOUNT).text
    hall.later(minutes=6)
    assert "data-wish" not in browser.get(ACCOUNT).text
    sent = browser.post(ACCOUNT, data={**signed(keyring(), page), "do": "add"})
    assert sent.headers["location"].startswith(f"{DESK}/again")
    answered(browser, machine, f"{DESK}/again", to=ACCOUNT)
    assert "data-wish" in browser.get(ACCOUNT).text


def test_other_browsers_are_ended(hall: TownHall) -> None:
    clerk = hall.person()
    here, there = hall.inside(clerk), hall.inside(clerk)
    here.post(ACCOUNT, data={"do": "others"})
    assert there.get(ACCOUNT).status_code == 303
    assert here.get(ACCOUNT).status_code == 200


def removing(page: str) -> list[str]:
    """The buttons that remove keys."""
    return [unescape(one) for one in findall(r'value="(remove:[^"]+)"', page)]
