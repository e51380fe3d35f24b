"""A picture of a case: turned and enlarged by its address, kept as a look, for nobody else."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from portal.accounts.staff import trail
from portal.cases.talk import replies
from portal.desk.papers.picture import Seen, read
from portal.storage.files import File
from tests.cases.work.given import whose
from tests.desk.given import HERE, TownHall
from tests.desk.work.given import CASES, clerk, kept

LINK = re.compile(r'<a id="([\w-]+)" href="([^"]+)"')


def links(browser: TestClient, at: str) -> dict[str, str]:
    """The ways to see a picture, by their ids."""
    page = browser.get(at)
    assert page.status_code == 200, page.text
    return {id: unescape(address) for id, address in LINK.findall(page.text)}


@pytest.mark.parametrize(
    ("turn", "size", "seen"),
    [("", "", (0, 1)), ("270", "4", (270, 4)), ("450", "9", (90, 1)), ("91", "0", (90, 1)), ("-90", "２", (0, 1))],
)
def test_an_address_says_how_it_is_seen(turn: str, size: str, seen: tuple[int, int]) -> None:
    assert read(turn, size) == seen
    assert (Seen().query, Seen(90, 2).query) == ("", "?turn=90&size=2")


def test_is_turned_all_the_way_round_and_stays_as_large(hall: TownHall) -> None:
    one, browser = kept(hall), clerk(hall, welfare=["reader"])
    at = f"{CASES}/{one.id}/files/f1/picture"
    assert links(browser, at)["back"] == f"{at}?turn=270#back"
    here = links(browser, at)["size-3"]
    for turn in (90, 180, 270):
        here = links(browser, here)["on"]
        assert here == f"{at}?turn={turn}&size=3#on"
    page = browser.get(here).text
    assert 'data-turn="270" data-size="3"' in page
    assert f'<img src="{CASES}/{one.id}/files/f1" alt="通帳の写真" lang="ja">' in page
    assert re.search(r'id="size-3"[^>]* aria-current="true"', page)
    assert f'href="{CASES}/{one.id}"' in page, "the way back"
    assert links(browser, here)["on"] == f"{at}?size=3#on"


def test_the_next_one_is_near_and_a_document_is_none(hall: TownHall) -> None:
    one = kept(hall)
    sent = [
        File("f8", HERE, one.id, "書類.pdf", "application/pdf", b"x"),
        File("f9", HERE, one.id, "裏.png", "image/png", b"x"),
    ]
    with hall.database.writing() as db:
        replies.write(db, hall.keys, whose(one), replies.Reply("r1", hall.now, ""), sent)
    browser, files = clerk(hall), f"{CASES}/{one.id}/files"
    first, last = browser.get(f"{files}/f1/picture").text, browser.get(f"{files}/f9/picture").text
    assert (f'href="{files}/f9/picture">次の写真' in first, "前の写真" in first) == (True, False)
    assert (f'href="{files}/f1/picture">前の写真' in last, "次の写真" in last) == (True, False)
    assert browser.get(f"{files}/f8/picture").status_code == 404


def test_is_a_look_and_for_nobody_else(hall: TownHall) -> None:
    one = kept(hall)
    at = f"{CASES}/{one.id}/files/f1/picture"
    assert clerk(hall, residents=["approver"]).get(at).status_code == 404
    clerk(hall).get(at)
    with hall.database.reading() as db:
        assert [look.page for look in trail.of_case(db, HERE, one.id)] == ["picture"]
