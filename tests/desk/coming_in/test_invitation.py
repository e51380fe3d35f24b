"""An invitation: a link that lets one person make a key, once, for three days."""

from __future__ import annotations

from datetime import timedelta

from portal.accounts.staff import invitation, key, trail
from tests.desk.given import DESK, HERE, TownHall, answered, keyring, signed


def test_whoever_has_the_link_makes_a_key_and_is_in(hall: TownHall) -> None:
    clerk = hall.person({"welfare": ["clerk"]}, joined=False)
    link, browser, machine = hall.link(clerk), hall.browser(), keyring()
    page = browser.get(link).text
    assert "佐藤 恵さん、ようこそ" in page
    assert "受けつける人" in page
    came = answered(browser, machine, link, name=" 窓口の　パソコン ")
    assert came.headers["location"] == f"{DESK}/"
    assert "佐藤 恵さんの机" in browser.get(f"{DESK}/").text
    assert answered(hall.browser(), machine, f"{DESK}/sign-in").status_code == 303, "and comes in by it from now on"
    with hall.database.reading() as db:
        assert [one.name for one in key.of_person(db, hall.keys, clerk)] == ["窓口の パソコン"]
        assert [one.kind for one in trail.newest(db, HERE, frozenset("*"))] == ["came", "joined"]


def test_a_link_that_was_used_is_used_up(hall: TownHall) -> None:
    link = hall.link(hall.person(joined=False))
    first, second = hall.browser(), hall.browser()
    waiting = second.get(link).text
    assert answered(first, keyring(), link).status_code == 303
    late = second.post(link, data=signed(keyring(), waiting))
    assert late.status_code == 404
    assert "このリンクは、使えません" in late.text
    assert second.get(link).status_code == 404


def test_a_link_ends_after_three_days(hall: TownHall) -> None:
    link = hall.link(hall.person(joined=False))
    hall.later(hours=71, minutes=59)
    assert hall.browser().get(link).status_code == 200
    hall.later(minutes=1)
    assert hall.browser().get(link).status_code == 404
    assert timedelta(hours=72) == invitation.LASTS


def test_looking_at_a_link_does_not_use_it(hall: TownHall) -> None:
    link = hall.link(hall.person(joined=False))
    for _ in range(3):
        assert hall.browser().get(link).status_code == 200


def test_a_new_link_ends_the_one_before(hall: TownHall) -> None:
    clerk = hall.person(joined=False)
    first, second = hall.link(clerk), hall.link(clerk)
    assert hall.browser().get(first).status_code == 404
    assert hall.browser().get(second).status_code == 200


def test_a_link_of_one_town_is_none_in_another(hall: TownHall) -> None:
    token = hall.link(hall.person()).rpartition("/")[2]
    assert hall.browser().get(f"/desk/hoshino/invitation/{token}").status_code == 404


def test_an_answer_to_something_else_makes_no_key(hall: TownHall) -> None:
    link, browser = hall.link(hall.person(joined=False)), hall.browser()
    for told in ("", "{}", keyring().made(bytes(32))):
        page = browser.get(link).text
        answer = browser.post(link, data={**signed(keyring(), page), "told": told, "name": "わたしの"})
        assert answer.status_code == 422
        assert 'value="わたしの"' in answer.text
    assert answered(browser, keyring(), link).status_code == 303, "the link is still good"


def test_a_key_without_recognising_its_holder_is_none(hall: TownHall) -> None:
    link, machine = hall.link(hall.person(joined=False)), keyring()
    machine.flags = 0x01
    assert answered(hall.browser(), machine, link).status_code == 422
