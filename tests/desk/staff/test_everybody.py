"""Everybody: an administrator sees and invites for the departments it is theirs to look after."""

from __future__ import annotations

from portal.accounts.staff import person as people
from tests.desk.given import DESK, HERE, TownHall

STAFF = f"{DESK}/staff"


def test_invites_somebody_with_the_ticked_roles(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    form = {"name": " 田中　一郎 ", "pick-of-welfare-clerk": "on", "pick-all-auditor": "on", "do": "next"}
    to = browser.post(STAFF, data=form).headers["location"]
    with hall.database.reading() as db:
        new = people.by_id(db, hall.keys, HERE, to.rpartition("/")[2])
    assert new
    assert (new.name, new.roles) == ("田中 一郎", {"welfare": {"clerk"}, "*": {"auditor"}})
    assert "招待の期限が過ぎました" in browser.get(STAFF).text, "until a link is made"


def test_names_what_is_missing_and_keeps_the_rest(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    page = browser.post(STAFF, data={"name": "", "pick-of-welfare-clerk": "on"})
    assert page.status_code == 422
    assert 'href="#name">名前を書いてください。' in page.text
    assert 'name="pick-of-welfare-clerk" checked' in page.text
    page = browser.post(STAFF, data={"name": "田中 一郎"})
    assert 'href="#pick-all-reader">役割を、一つ以上選んでください。' in page.text
    assert 'value="田中 一郎"' in page.text


def test_a_departments_administrator_gives_roles_there_alone(hall: TownHall) -> None:
    browser = hall.inside(hall.person({"welfare": ["administrator"]}))
    page = browser.get(STAFF).text
    assert "pick-of-welfare-clerk" in page
    assert "pick-of-residents-clerk" not in page
    assert "pick-all-clerk" not in page
    form = {"name": "田中 一郎", "pick-of-residents-clerk": "on", "pick-all-administrator": "on"}
    assert browser.post(STAFF, data=form).status_code == 422
    to = browser.post(STAFF, data={**form, "pick-of-welfare-reader": "on"}).headers["location"]
    with hall.database.reading() as db:
        new = people.by_id(db, hall.keys, HERE, to.rpartition("/")[2])
    assert new
    assert new.roles == {"welfare": {"reader"}}


def test_sees_only_whom_to_look_after(hall: TownHall) -> None:
    hall.person({"residents": ["clerk"]}, name="鈴木 修")
    hall.person({"welfare": ["clerk"]}, name="田中 一郎")
    hall.person({"welfare": ["clerk"]}, name="高橋 遠", town="990027")
    page = hall.inside(hall.person({"welfare": ["administrator"]})).get(STAFF).text
    assert "田中 一郎" in page
    assert "鈴木 修" not in page
    assert "高橋 遠" not in page
    assert "鈴木 修" in hall.inside(hall.person()).get(STAFF).text
