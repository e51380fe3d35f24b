"""The gate: sessions that end, that were taken, whose person was revoked; and no typed word is lost."""

from __future__ import annotations

from datetime import timedelta

from portal.accounts.staff import person as people
from portal.accounts.staff import trail
from portal.accounts.staff.session import DAY, REST, TURN
from tests.desk.given import AGENT, DESK, HERE, TownHall, answered

FORM = {"name": "田中 一郎", "pick-of-welfare-clerk": "on", "do": "next"}
STAFF = f"{DESK}/staff"


def kinds(hall: TownHall) -> list[str]:
    """What stands in the trail, the newest first."""
    with hall.database.reading() as db:
        return [one.kind for one in trail.newest(db, HERE, frozenset("*"))]


def test_rest_ends_a_session_and_use_goes_on(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    for _ in range(4):
        hall.later(minutes=25)
        assert browser.get(f"{DESK}/").status_code == 200
    hall.later(minutes=REST / timedelta(minutes=1))
    assert browser.get(f"{DESK}/").headers["location"] == f"{DESK}/sign-in?why=over"


def test_a_day_ends_it_in_any_case(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    for _ in range(int(DAY / timedelta(minutes=25)) - 1):
        hall.later(minutes=25)
        assert browser.get(f"{DESK}/").status_code == 200
    hall.later(minutes=25)
    assert browser.get(f"{DESK}/").status_code == 303


def test_what_was_typed_when_it_ended_is_there_again(hall: TownHall) -> None:
    clerk = hall.person()
    machine, browser = hall.key_of(clerk), hall.inside(clerk)
    hall.later(hours=1)
    sent = browser.post(STAFF, data=FORM)
    assert sent.headers["location"] == f"{DESK}/sign-in?to=%2Fdesk%2Fkasumigahama%2Fstaff&why=over"
    assert "書きかけの言葉は残っています" in browser.get(sent.headers["location"]).text
    came = answered(browser, machine, sent.headers["location"].partition("?")[0], to=STAFF)
    page = browser.get(came.headers["location"]).text
    assert 'value="田中 一郎"' in page
    assert "まだ送っていません" in page
    assert 'name="pick-of-welfare-clerk" checked' in page
    assert browser.post(STAFF, data=FORM).headers["location"].startswith(f"{STAFF}/")
    assert "田中 一郎" in browser.get(STAFF).text
    assert "まだ送っていません" not in browser.get(STAFF).text


def test_what_somebody_typed_is_shown_to_nobody_else(hall: TownHall) -> None:
    clerk, other = hall.person(), hall.person(name="鈴木 修")
    browser = hall.inside(clerk)
    hall.later(hours=1)
    browser.post(STAFF, data=FORM)
    answered(browser, hall.key_of(other), f"{DESK}/sign-in", to=STAFF)
    assert "田中 一郎" not in browser.get(STAFF).text
    answered(hall.browser(), hall.key_of(clerk), f"{DESK}/sign-in", to=STAFF)
    assert "田中 一郎" not in browser.get(STAFF).text


def test_what_was_typed_is_sealed(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    hall.later(hours=1)
    browser.post(STAFF, data=FORM)
    with hall.database.reading() as db:
        box = db.exec_driver_sql("SELECT kept FROM staff_sessions").scalar_one()
    assert "田中".encode() not in box
    assert b"\\u7530" not in box


def test_another_browser_does_not_get_in_with_it_and_ends_it(hall: TownHall) -> None:
    browser, thief = hall.inside(hall.person()), hall.browser("Mozilla/5.0 (somebody else's)")
    thief.cookies = browser.cookies
    assert thief.get(f"{DESK}/").status_code == 303
    assert browser.get(f"{DESK}/").status_code == 303, "whoever was robbed sees it at once"
    assert kinds(hall) == ["stolen"]


def test_a_copy_in_the_same_kind_of_browser_ends_with_the_next_number(hall: TownHall) -> None:
    browser, thief = hall.inside(hall.person()), hall.browser(AGENT)
    thief.cookies.update(browser.cookies)
    hall.later(minutes=TURN / timedelta(minutes=1))
    assert browser.get(f"{DESK}/").status_code == 200, "here the browser is given the next number"
    hall.later(minutes=2)
    assert browser.get(f"{DESK}/").status_code == 200, "and shows it"
    hall.later(minutes=2)
    assert thief.get(f"{DESK}/").status_code == 303
    assert browser.get(f"{DESK}/").status_code == 303
    assert kinds(hall) == ["stolen"]


def test_wishes_under_way_when_the_number_goes_on_are_answered(hall: TownHall) -> None:
    browser, beside = hall.inside(hall.person()), hall.browser()
    beside.cookies.update(browser.cookies)
    hall.later(minutes=20)
    assert browser.get(f"{DESK}/").headers["set-cookie"] == beside.get(f"{DESK}/").headers["set-cookie"]
    assert browser.get(f"{DESK}/").status_code == 200
    beside.cookies.clear()


def test_a_revoked_clerk_is_out_at_once(hall: TownHall) -> None:
    clerk = hall.person({"welfare": ["clerk"]})
    browser = hall.inside(clerk)
    assert browser.get(f"{DESK}/").status_code == 200
    with hall.database.writing() as db:
        people.revoke(db, hall.keys, clerk, hall.now)
    assert browser.get(f"{DESK}/").status_code == 303


def test_what_does_harm_asks_for_a_key_once_more_and_loses_no_word(hall: TownHall) -> None:
    clerk = hall.person()
    machine, browser = hall.key_of(clerk), hall.inside(clerk)
    hall.later(minutes=6)
    sent = browser.post(STAFF, data=FORM)
    assert sent.headers["location"] == f"{DESK}/again?to=%2Fdesk%2Fkasumigahama%2Fstaff"
    assert answered(browser, machine, f"{DESK}/again", to=STAFF).headers["location"] == STAFF
    assert 'value="田中 一郎"' in browser.get(STAFF).text
    assert browser.post(STAFF, data=FORM).status_code == 303


def test_a_key_of_somebody_else_proves_nothing(hall: TownHall) -> None:
    other, browser = hall.key_of(hall.person(name="鈴木 修")), hall.inside(hall.person())
    hall.later(minutes=6)
    assert answered(browser, other, f"{DESK}/again", to=STAFF).status_code == 422
    assert browser.post(STAFF, data=FORM).headers["location"].startswith(f"{DESK}/again")


def test_going_out_ends_it_everywhere_it_was_copied(hall: TownHall) -> None:
    browser, copy = hall.inside(hall.person()), hall.browser()
    copy.cookies.update(browser.cookies)
    assert browser.post(f"{DESK}/leave").headers["location"] == f"{DESK}/leave"
    assert copy.get(f"{DESK}/").status_code == 303
    assert "終わりました" in browser.get(f"{DESK}/leave").text


def test_a_busy_database_keeps_no_reader_out(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    hall.later(minutes=5)
    with hall.database.writing():
        assert browser.get(f"{DESK}/").status_code == 200
