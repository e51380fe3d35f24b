"""By an account elsewhere, with a real provider on this machine: linked from inside first, known by subject alone."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from requests import put
from starlette.testclient import TestClient

from portal.accounts.staff import elsewhere, trail
from portal.accounts.staff import person as people
from portal.accounts.staff import session as sessions
from portal.municipalities.staff_accounts import StaffAccounts
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database
from tests.cases.given import KASUMIGAHAMA
from tests.desk.coming_in.provider import consented, providing, refused
from tests.desk.given import DESK, HERE, ORIGIN, TownHall

ELSEWHERE, LINK, ACCOUNT = f"{DESK}/elsewhere", f"{DESK}/account/link", f"{DESK}/account"


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """The provider's address."""
    with providing() as address:
        yield address


@pytest.fixture
def linking(database: Database, keys: Keys, tmp_path: Path, issuer: str, monkeypatch: pytest.MonkeyPatch) -> TownHall:
    """A town whose staff have accounts there."""
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "oidc").write_text("secret\n")
    accounts = StaffAccounts(issuer=issuer, client="yorisoi", secret="oidc")
    town = KASUMIGAHAMA.model_copy(update={"staff_accounts": accounts})
    settings = Settings(var=tmp_path, address=ORIGIN)
    return TownHall(database, keys, datetime.now(UTC), settings, (town,))  # the provider's clock is the real one


def sent(browser: TestClient, at: str, **typed: str) -> str:
    """The address a form leads on to, by a page of our own."""
    page = browser.post(at, data=typed)
    assert page.status_code == 200, page.headers
    return page.headers["refresh"].removeprefix("0; url=")


def came(browser: TestClient, address: str) -> Any:
    """Back with what the provider said."""
    assert address.startswith(f"{ORIGIN}{ELSEWHERE}?")
    return browser.get(address.removeprefix(ORIGIN))


def linked(hall: TownHall, subject: str = "1001", **roles: Any) -> people.Person:
    """A clerk whose account is linked."""
    clerk = hall.person(**roles)
    browser = hall.inside(clerk)
    assert came(browser, consented(sent(browser, LINK), subject)).headers["location"] == ACCOUNT
    assert "つながっています" in browser.get(ACCOUNT).text
    return clerk


def test_a_linked_account_comes_in_to_where_one_wanted_to(linking: TownHall) -> None:
    linked(linking)
    browser = linking.browser()
    to = sent(browser, ELSEWHERE, to=f"{DESK}/staff")
    asked = dict(parse_qsl(urlsplit(to).query))
    assert (asked["response_type"], asked["scope"], asked["code_challenge_method"]) == ("code", "openid", "S256")
    assert (asked["prompt"], asked["max_age"]) == ("login", "0"), "nobody comes in by what another has left open"
    assert came(browser, consented(to, "1001")).headers["location"] == f"{DESK}/staff"
    assert browser.get(f"{DESK}/staff").status_code == 200
    with linking.database.reading() as db:
        assert [one.kind for one in trail.newest(db, HERE, frozenset("*"))] == ["came", "linked"]


def test_an_account_nobody_has_linked_does_not(linking: TownHall) -> None:
    linked(linking)
    browser = linking.browser()
    back = came(browser, consented(sent(browser, ELSEWHERE), "somebody@example.jp"))
    assert back.headers["location"] == f"{DESK}/sign-in?why=unknown"
    assert "まだつながっていません" in browser.get(back.headers["location"]).text


def test_who_signed_in_there_before_does_not(linking: TownHall, issuer: str) -> None:
    linked(linking)
    put(f"{issuer}/users/1001", json={"auth_time": int(linking.now.timestamp()) - 600}, timeout=10)
    browser = linking.browser()
    try:
        assert came(browser, consented(sent(browser, ELSEWHERE), "1001")).headers["location"].endswith("cancelled")
    finally:
        put(f"{issuer}/users/1001", json={}, timeout=10)


def test_where_a_key_is_shown_the_account_does_as_well(linking: TownHall) -> None:
    clerk, staff = linked(linking), f"{DESK}/staff"
    linked(linking, "2002", name="鈴木 修")
    linking.later(minutes=-6)
    browser = linking.inside(clerk)
    linking.later(minutes=6)
    with linking.database.writing() as db:
        session = sessions.shown(db, linking.keys, HERE, browser.cookies["__Host-yorisoi_desk"])
        assert session
        sessions.lend(db, session)
    at = browser.get(staff).headers["location"]
    assert at == f"{DESK}/again?to=%2Fdesk%2Fkasumigahama%2Fstaff"
    assert "役所のアカウントで確かめる" in browser.get(at).text
    wrong = came(browser, consented(sent(browser, ELSEWHERE, to=staff), "2002")).headers["location"]
    assert wrong == f"{at}&why=cancelled"
    assert "確かめられませんでした" in browser.get(wrong).text
    assert browser.get(staff).headers["location"] == at, "a resident has the screen still"
    assert came(browser, consented(sent(browser, ELSEWHERE, to=staff), "1001")).headers["location"] == staff
    assert browser.get(staff).status_code == 200
    assert browser.post(staff, data={"name": "x"}).status_code == 422, "what does harm is taken, as after a key"


def test_who_has_no_account_there_is_not_offered_it(linking: TownHall) -> None:
    assert "役所のアカウント" not in linking.inside(linking.person()).get(f"{DESK}/again").text


def test_a_revoked_clerks_account_does_not(linking: TownHall) -> None:
    clerk = linked(linking)
    linking.person(name="鈴木 修")
    with linking.database.writing() as db:
        people.revoke(db, linking.keys, clerk, linking.now)
    browser = linking.browser()
    assert came(browser, consented(sent(browser, ELSEWHERE), "1001")).headers["location"].endswith("unknown")


def test_an_account_is_one_persons(linking: TownHall) -> None:
    linked(linking)
    other = linking.inside(linking.person(name="鈴木 修"))
    at = came(other, consented(sent(other, LINK), "1001")).headers["location"]
    assert at == f"{ACCOUNT}?why=taken"
    assert "ほかの職員がつないでいます" in other.get(at).text


def test_one_who_says_no_there_is_not_in(linking: TownHall) -> None:
    browser = linking.browser()
    assert came(browser, refused(sent(browser, ELSEWHERE))).headers["location"].endswith("why=cancelled")


def test_what_came_back_counts_in_the_browser_that_was_sent_and_once(linking: TownHall) -> None:
    linked(linking)
    browser, thief = linking.browser(), linking.browser()
    back = consented(sent(browser, ELSEWHERE), "1001")
    assert came(thief, back).headers["location"].endswith("why=cancelled")
    assert came(browser, back).headers["location"] == f"{DESK}/"
    assert came(browser, back).headers["location"].endswith("why=cancelled")


def test_what_came_back_to_another_wish_does_not_count(linking: TownHall) -> None:
    linked(linking)
    browser = linking.browser()
    back = consented(sent(browser, ELSEWHERE), "1001")
    sent(browser, ELSEWHERE)
    assert came(browser, back).headers["location"].endswith("why=cancelled")


def test_it_counts_for_ten_minutes(linking: TownHall) -> None:
    linked(linking)
    browser = linking.browser()
    back = consented(sent(browser, ELSEWHERE), "1001")
    linking.later(minutes=10)
    assert came(browser, back).headers["location"].endswith("why=cancelled")


def test_the_wish_of_one_clerk_links_nothing_for_another(linking: TownHall) -> None:
    first, second = linking.person(), linking.person(name="鈴木 修")
    browser = linking.inside(first)
    back = consented(sent(browser, LINK), "1001")
    other = linking.inside(second)
    browser.cookies.set("__Host-yorisoi_desk", other.cookies["__Host-yorisoi_desk"], domain="portal.example", path="/")
    assert came(browser, back).headers["location"].endswith("why=cancelled")


def test_linking_asks_for_a_key_that_was_just_shown(linking: TownHall) -> None:
    browser = linking.inside(linking.person())
    linking.later(minutes=6)
    assert browser.post(LINK).headers["location"].startswith(f"{DESK}/again")


def test_an_account_can_be_unlinked(linking: TownHall) -> None:
    clerk = linked(linking)
    linking.inside(clerk).post(ACCOUNT, data={"do": "unlink"})
    browser = linking.browser()
    assert came(browser, consented(sent(browser, ELSEWHERE), "1001")).headers["location"].endswith("unknown")


def test_a_provider_that_is_away_keeps_nobody_waiting(linking: TownHall) -> None:
    accounts = StaffAccounts(issuer="http://localhost:9", client="yorisoi", secret="oidc")
    town = KASUMIGAHAMA.model_copy(update={"staff_accounts": accounts})
    linking.house.towns = {town.slug: town}
    browser = linking.browser()
    back = browser.post(ELSEWHERE)
    assert back.headers["location"].endswith("why=unreachable")
    assert "つながりませんでした" in browser.get(back.headers["location"]).text


def test_a_town_without_one_has_no_such_way(hall: TownHall) -> None:
    assert hall.browser().post(ELSEWHERE).status_code == 404
    assert "役所のアカウント" not in hall.browser().get(f"{DESK}/sign-in").text


def test_a_changed_cookie_opens_nothing(linking: TownHall) -> None:
    browser = linking.browser()
    back = consented(sent(browser, ELSEWHERE), "1001")
    name = "__Host-yorisoi_desk_elsewhere"
    box = bytearray(urlsafe_b64decode(browser.cookies[name]))
    box[-1] ^= 1
    for wrong in (urlsafe_b64encode(bytes(box)).decode(), json.dumps({"state": "x"}), "x"):
        browser.cookies.set(name, wrong, domain="portal.example", path="/")
        assert came(browser, back).headers["location"].endswith("why=cancelled")


def test_nobody_here_waits_for_the_provider(linking: TownHall, monkeypatch: pytest.MonkeyPatch) -> None:
    clerk, written = linking.person(), list[bool]()

    def asked(*_: object) -> str:
        with linking.database.writing(patient=False) as db:  # Unavailable, if the visit held the one writer
            written.append(people.anybody(db, HERE))
        raise elsewhere.Unreachable

    browser = linking.inside(clerk)
    back = consented(sent(browser, LINK), "1001")
    monkeypatch.setattr("portal.desk.coming_in.elsewhere.begin", asked)
    monkeypatch.setattr("portal.desk.coming_in.elsewhere.finish", asked)
    linking.browser().post(ELSEWHERE)
    browser.post(LINK)
    came(browser, back)
    assert written == [True, True, True]
