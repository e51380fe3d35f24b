"""One person: roles change, a link is made, whoever is revoked is out; and nobody gets more by it than they have."""

from __future__ import annotations

from re import search

from portal.accounts.staff import person as people
from portal.accounts.staff import trail
from portal.accounts.staff.person import Person
from tests.desk.given import DESK, HERE, ORIGIN, TownHall, answered, keyring


def at(person: Person) -> str:
    """The address of a person."""
    return f"{DESK}/staff/{person.id}"


def test_roles_are_changed_and_count_at_once(hall: TownHall) -> None:
    clerk, admin = hall.person({"welfare": ["clerk"]}, name="田中 一郎"), hall.inside(hall.person())
    browser = hall.inside(clerk)
    assert browser.get(f"{DESK}/looks").status_code == 403
    admin.post(at(clerk), data={"do": "change", "pick-of-welfare-auditor": "on"})
    assert browser.get(f"{DESK}/looks").status_code == 200
    assert admin.post(at(clerk), data={"do": "change"}).status_code == 422, "with none at all one would be lost"


def test_a_link_is_shown_once_and_lets_in(hall: TownHall) -> None:
    clerk, admin = hall.person({"welfare": ["clerk"]}, name="田中 一郎", joined=False), hall.inside(hall.person())
    page = admin.post(at(clerk), data={"do": "link"}).text
    found = search(rf"<code>{ORIGIN}({DESK}/invitation/[\w-]+)</code>", page)
    assert found
    assert "<code>" not in admin.get(at(clerk)).text
    assert "招待中です" in admin.get(at(clerk)).text
    assert answered(hall.browser(), keyring(), found[1]).status_code == 303


def test_a_new_link_ends_every_way_in_before(hall: TownHall) -> None:
    clerk, admin = hall.person({"welfare": ["clerk"]}), hall.inside(hall.person())
    lost, browser = hall.key_of(clerk), hall.inside(clerk)
    admin.post(at(clerk), data={"do": "link"})
    assert browser.get(f"{DESK}/").status_code == 303
    assert answered(hall.browser(), lost, f"{DESK}/sign-in").status_code == 422


def test_whoever_is_revoked_is_out_and_stays_on_record(hall: TownHall) -> None:
    clerk, admin = hall.person({"welfare": ["clerk"]}, name="田中 一郎"), hall.inside(hall.person())
    machine, browser, link = hall.key_of(clerk), hall.inside(clerk), hall.link(clerk)
    assert admin.post(at(clerk), data={"do": "revoke"}).status_code == 303
    assert browser.get(f"{DESK}/").status_code == 303
    assert answered(hall.browser(), machine, f"{DESK}/sign-in").status_code == 422
    assert hall.browser().get(link).status_code == 404
    assert "使えなくしました" in admin.get(at(clerk)).text
    assert admin.post(at(clerk), data={"do": "link"}).status_code == 403
    with hall.database.reading() as db:
        assert trail.newest(db, HERE, frozenset("*"))[0].kind == "revoked"


def test_the_last_administrator_of_the_town_stays(hall: TownHall) -> None:
    me = hall.person()
    browser = hall.inside(me)
    hall.person(name="鈴木 修", joined=False)
    for form in ({"do": "revoke"}, {"do": "change", "pick-of-welfare-clerk": "on"}):
        page = browser.post(at(me), data=form)
        assert page.status_code == 422
        assert "ただ一人の人です" in page.text
    hall.person(name="田中 一郎")
    assert browser.post(at(me), data={"do": "revoke"}).status_code == 303
    assert browser.get(f"{DESK}/").status_code == 303


def test_a_departments_administrator_cannot_become_the_towns(hall: TownHall) -> None:
    both = hall.person({"*": ["administrator"], "welfare": ["clerk"]}, name="田中 一郎")
    admin = hall.inside(hall.person({"welfare": ["administrator"]}))
    page = admin.get(at(both)).text
    assert "招待のリンクを作る" not in page
    assert admin.post(at(both), data={"do": "link"}).status_code == 403
    assert admin.post(at(both), data={"do": "revoke"}).status_code == 403
    admin.post(at(both), data={"do": "change", "pick-of-welfare-reader": "on"})
    with hall.database.reading() as db:
        now = people.by_id(db, hall.keys, HERE, both.id)
    assert now
    assert now.roles == {"*": {"administrator"}, "welfare": {"reader"}}


def test_nobody_of_elsewhere_is_found(hall: TownHall) -> None:
    others = (hall.person({"residents": ["clerk"]}), hall.person({"welfare": ["clerk"]}, town="990027"))
    admin = hall.inside(hall.person({"welfare": ["administrator"]}))
    for other in others:
        for answer in (admin.get(at(other)), admin.post(at(other), data={"do": "revoke"})):
            assert answer.status_code == 404
