"""Staying in: how long the desk stays open is told without using it, and one press goes on."""

from __future__ import annotations

from datetime import timedelta

from starlette.testclient import TestClient

from portal.accounts.staff import session
from portal.accounts.staff.session import DAY, REST, Session
from tests.desk.given import DESK, HERE, TownHall
from tests.desk.test_gate import FORM, STAFF

ASKED = f"{DESK}/rest"
MINUTES, HOURS = REST // timedelta(minutes=1), DAY // timedelta(hours=1)
WARNS = "data-rest="


def left(browser: TestClient) -> tuple[int, int]:
    """The seconds told."""
    told = browser.get(ASKED).json()
    return told["rest"], told["day"]


def held(hall: TownHall, browser: TestClient) -> Session:
    """What is kept of the session a browser holds."""
    with hall.database.reading() as db:
        found = session.shown(db, hall.keys, HERE, browser.cookies["__Host-yorisoi_desk"])
    assert found
    return found


def test_asking_tells_the_seconds_and_is_no_use(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    for minutes in (0, 10, 19):
        hall.later(minutes=minutes)
        told = left(browser)
    assert told == (60, 9 * 3600 + 31 * 60)
    hall.later(minutes=1)
    assert browser.get(ASKED).status_code == 303


def test_one_press_goes_on_as_often_as_wanted_but_not_beyond_the_day(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    for times in range(1, HOURS * 60 // 29 + 1):
        hall.later(minutes=29)
        assert left(browser)[0] == 60
        told = browser.post(ASKED).json()
        assert told == {"rest": 1800, "day": HOURS * 3600 - times * 29 * 60}
    hall.later(minutes=20)
    assert browser.post(ASKED).status_code == 303


def test_a_page_brings_the_seconds_as_they_are_once_it_is_shown(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    hall.later(minutes=25)
    assert f'data-left="1800" data-day="{HOURS * 3600 - 1500}"' in browser.get(f"{DESK}/").text


def test_a_busy_database_is_not_told_as_use(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    hall.later(minutes=25)
    with hall.database.writing():
        assert 'data-left="300"' in browser.get(f"{DESK}/").text


def test_a_press_too_late_leaves_what_was_typed(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    hall.later(hours=1)
    browser.post(STAFF, data=FORM)
    browser.post(ASKED)
    words = session.kept(hall.keys, held(hall, browser))
    assert words
    assert words.address == STAFF


def test_says_nothing_where_nobody_is_in(hall: TownHall) -> None:
    for path in ("sign-in", "leave", "invitation/no-such-token"):
        assert WARNS not in hall.browser().get(f"{DESK}/{path}").text


def test_a_lent_screen_says_nothing_and_goes_on_by_no_press(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    with hall.database.writing() as db:
        session.lend(db, held(hall, browser))
    page = browser.get(f"{DESK}/again").text
    assert "もう一度、パスキーで確かめてください" in page
    assert WARNS not in page
    hall.later(minutes=MINUTES / 2)
    assert browser.get(ASKED).status_code == browser.post(ASKED).status_code == 204
    hall.later(minutes=MINUTES / 2)
    assert browser.post(ASKED).status_code == 303


def test_words_say_how_long_and_that_nothing_is_lost(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    page = browser.get(f"{DESK}/account").text
    closes = f"{MINUTES}分使わないと、机が閉じます。閉じても、書いたことは残ります。"
    assert f'<noscript><p lang="ja">{closes}</p></noscript>' in page
    assert f"入ってから{HOURS}時間たっても、閉じます。安全のためで、のばせません。" in page
    assert "どちらのときも、書いたことは残ります。" in page
    browser.cookies.set("yorisoi_comfort", "100.standard.en")
    page = browser.get(f"{DESK}/account").text
    assert f"The desk closes when it is not used for {MINUTES} minutes." in page
    assert f"It also closes {HOURS} hours after you signed in." in page
    assert 'data-words="The desk closes in about {n} min."' in page
