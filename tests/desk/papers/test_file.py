"""Files of a case: for who may see it, shown as what they are, and each look kept."""

from __future__ import annotations

import pytest

from portal.accounts.staff import trail
from portal.cases.talk import replies
from portal.storage import files
from portal.storage.files import File
from tests.cases.work.given import whose
from tests.desk.given import HERE, TownHall
from tests.desk.work.given import CASES, clerk, kept


@pytest.mark.parametrize(
    ("media_type", "shown", "how"),
    [
        ("image/jpeg", "image/jpeg", "inline"),
        ("application/pdf", "application/pdf", "inline"),
        ("text/html", "application/octet-stream", "attachment"),
    ],
)
def test_is_shown_as_what_it_is(hall: TownHall, media_type: str, shown: str, how: str) -> None:
    one = kept(hall)
    with hall.database.writing() as db:
        files.keep(db, hall.keys.town(HERE), File("f1", HERE, one.id, "通帳.jpg", media_type, b"<b>"))
    answer = clerk(hall, welfare=["reader"]).get(f"{CASES}/{one.id}/files/f1")
    assert (answer.content, answer.headers["content-type"]) == (b"<b>", shown)
    assert answer.headers["content-disposition"].startswith(f"{how}; filename*=UTF-8''%E9%80%9A")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    with hall.database.reading() as db:
        assert [look.page for look in trail.of_case(db, HERE, one.id)] == ["file"]


def test_is_for_nobody_else_and_of_this_case_alone(hall: TownHall) -> None:
    one, other = kept(hall), kept(hall, "b", files=("f2",), department="residents")
    with hall.database.writing() as db:
        for id, whose in (("f1", one), ("f2", other)):
            files.keep(db, hall.keys.town(HERE), File(id, HERE, whose.id, "x.jpg", "image/jpeg", b"x"))
    browser = clerk(hall)
    assert browser.get(f"{CASES}/{one.id}/files/f1").status_code == 200
    for wrong in (f"{one.id}/files/f2", f"{other.id}/files/f2", f"{one.id}/files/none"):
        assert browser.get(f"{CASES}/{wrong}").status_code == 404


def test_a_paper_that_was_sent_later_is_one_of_them(hall: TownHall) -> None:
    one = kept(hall)
    paper = File("f9", HERE, one.id, "通帳.pdf", "application/pdf", b"x")
    with hall.database.writing() as db:
        replies.write(db, hall.keys, whose(one), replies.Reply("r1", hall.now, ""), [paper])
    browser = clerk(hall)
    assert f'href="{CASES}/{one.id}/files/f9"' in browser.get(f"{CASES}/{one.id}").text
    assert browser.get(f"{CASES}/{one.id}/files/f9").content == b"x"


def test_one_that_was_forgotten_is_not_found(hall: TownHall) -> None:
    assert clerk(hall).get(f"{CASES}/{kept(hall).id}/files/f1").status_code == 404
