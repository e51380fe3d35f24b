"""Who comes where: every page of the table with every role, in each department, from each town."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from portal.accounts.staff import session
from portal.accounts.staff.role import EVERYWHERE, ROLES
from portal.desk.addresses import PATHS, ROOT
from portal.desk.page import ANY_STAFF, ANYBODY, Page
from portal.desk.pages import BY_NAME, PAGES
from tests.desk.given import AGENT, HERE, ORIGIN, THERE, TownHall

PARTS = {
    "token": "no-such-token",
    "person": "0" * 32,
    "sitting": "0" * 32,
    "case": "0" * 32,
    "file": "f1",
    "service": "no-such",
    "department": "welfare",
    "language": "vi",
    "message": "0" * 16,
    "day": "2026-04-01",
}
DEPARTMENTS = ("welfare", "residents", EVERYWHERE)
CLOSED = 403


def at(page: Page, town: str = "kasumigahama") -> str:
    """The address of a page."""
    return f"{ROOT}/{town}{page.path.format(**PARTS)}"


def allowed(page: Page, role: str) -> bool:
    """What the table says."""
    return page.needs in {ANYBODY, ANY_STAFF} or page.needs in ROLES[role]


def told() -> Iterator[Any]:
    """Every page with every role, in every department."""
    for page in PAGES:
        for role in ROLES:
            yield pytest.param(page, role, id=f"{page.name} {role}")


def pressed() -> Iterator[Any]:
    """Every button that needs more than its page, with every role."""
    for page in PAGES:
        for do in page.acts:
            for role in ROLES:
                yield pytest.param(page, do, role, id=f"{page.name} {do} {role}")


def closed() -> Iterator[Any]:
    """Every way to ask for a page that is not for anybody."""
    for page in (it for it in PAGES if it.needs != ANYBODY):
        for method in ("GET", "POST") if page.take else ("GET",):
            yield pytest.param(page, method, id=f"{page.name} {method}")


def test_every_page_has_one_address_and_every_address_a_page() -> None:
    assert [page.name for page in PAGES] == [*dict.fromkeys(page.name for page in PAGES)]
    assert BY_NAME.keys() == PATHS.keys()


def test_every_page_needs_a_role_there_is() -> None:
    assert {page.needs for page in PAGES} <= {ANYBODY, ANY_STAFF, *ROLES}
    assert {role for page in PAGES for role in page.acts.values()} <= {*ROLES}


@pytest.mark.parametrize(("page", "method"), [*closed()])
class TestNobody:
    def test_comes_in_without_a_session(self, hall: TownHall, page: Page, method: str) -> None:
        answer = hall.browser().request(method, at(page))
        assert answer.status_code == 303
        assert answer.headers["location"].startswith(f"{ROOT}/kasumigahama/sign-in")

    def test_comes_in_with_a_session_of_another_town(self, hall: TownHall, page: Page, method: str) -> None:
        browser = hall.inside(hall.person(town=THERE))
        assert browser.get(f"{ROOT}/hoshino/").status_code == 200
        answer = browser.request(method, at(page))
        assert answer.headers["location"].startswith(f"{ROOT}/kasumigahama/sign-in")

    def test_comes_in_with_a_made_up_session(self, hall: TownHall, page: Page, method: str) -> None:
        browser, clerk = hall.browser(), hall.inside(hall.person())
        token = clerk.cookies["__Host-yorisoi_desk"]
        id, number, mark = token.split(".")
        for wrong in (f"{id}.{number}.{mark[::-1]}", f"{id}.{int(number) + 1}.{mark}", f"{mark}.0.{id}", "x", "あ.0.x"):
            answer = browser.request(method, at(page), headers={"Cookie": f"__Host-yorisoi_desk={wrong}".encode()})
            assert answer.headers["location"].startswith(f"{ROOT}/kasumigahama/sign-in")


@pytest.mark.parametrize(("page", "role"), [*told()])
def test_a_role_opens_what_the_table_says_and_nothing_else(hall: TownHall, page: Page, role: str) -> None:
    for department in DEPARTMENTS:
        browser = hall.inside(hall.person({department: [role]}))
        for method in ("GET", "POST") if page.take else ("GET",):
            answer = browser.request(method, at(page))
            assert (answer.status_code == CLOSED) is not allowed(page, role), (department, method)
            assert answer.status_code < 500
        hall.later(minutes=6)
        if page.needs != ANYBODY and page.proven and allowed(page, role):
            browser.get(at(BY_NAME["home"]))
            answer = browser.post(at(page))
            assert answer.headers["location"].startswith(f"{ROOT}/kasumigahama/again")


@pytest.mark.parametrize(("page", "do", "role"), [*pressed()])
def test_a_button_is_for_who_has_its_role(hall: TownHall, page: Page, do: str, role: str) -> None:
    for department in DEPARTMENTS:
        answer = hall.inside(hall.person({department: [role]})).post(at(page), data={"do": do})
        assert (answer.status_code == CLOSED) is not (page.needed(do) in ROLES[role]), department


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_form_from_elsewhere_is_not_taken(hall: TownHall, page: Page) -> None:
    answer = hall.inside(hall.person()).post(at(page), headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code in {403, 404}
    assert not answer.headers.get("location")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_is_kept_by_anybody_or_framed(hall: TownHall, page: Page) -> None:
    answer = hall.inside(hall.person()).get(at(page))
    assert answer.headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert "'unsafe" not in answer.headers["content-security-policy"]


def test_a_town_there_is_not_has_no_desk(hall: TownHall) -> None:
    assert hall.browser().get(f"{ROOT}/nowhere/").status_code == 404


def test_a_session_of_one_town_is_looked_for_in_that_town_alone(hall: TownHall) -> None:
    here, there = hall.person(town=HERE), hall.person(town=THERE)
    browser = hall.inside(here)
    with hall.database.writing() as db:
        token = session.begin(db, hall.keys, there, session.browser_of(hall.keys, AGENT), hall.now)
    browser.cookies.set("__Host-yorisoi_desk", token, domain="portal.example", path="/")
    assert browser.get(f"{ORIGIN}{ROOT}/kasumigahama/staff").status_code == 303
    assert browser.get(f"{ORIGIN}{ROOT}/hoshino/staff").status_code == 200
