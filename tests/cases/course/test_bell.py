"""Who wants to be told when the office answers is rung, by notes without a word of anybody, while they are there."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import Connection, select, update

from portal.cases.case import CaseRow
from portal.cases.course import bell
from portal.cases.course.bell import Browser, CaseBellRow, TooMany
from portal.cases.course.change import move
from portal.cases.course.messages import Message, write
from portal.cases.letters.resident import Writing
from portal.cases.retention.forget import forget, tables
from portal.delivery import outbox
from portal.delivery.envelope import PUSH, Envelope
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.course.given import writing
from tests.delivery.push.given import Telephone

pytestmark = pytest.mark.both_databases
KEYS = Telephone().given
_bells = rows(CaseBellRow)


def browser(n: int = 1, **changes: str) -> Browser:
    return Browser(**{"endpoint": f"https://push.example/{n}", **KEYS, "known": "ours", "language": "ja", **changes})


def rung(db: Connection, keys: Keys, now: datetime) -> list[Envelope]:
    """The notes that wait."""
    return [each.opened(keys) for each in outbox.lease(db, now, 99, PUSH)]


def answered(db: Connection, keys: Keys, about: Writing, now: datetime) -> None:
    write(
        db,
        keys,
        about,
        Message("m1", now, "通帳の写しを送ってください。"),
    )


def test_a_message_and_a_decision_ring_and_say_nothing_of_anybody(
    database: Database, keys: Keys, now: datetime
) -> None:
    with database.writing() as db:
        about = writing(db, keys, now)
        bell.hang(db, keys, about.case, browser())
        bell.hang(db, keys, about.case, browser(2, language="en"))
        answered(db, keys, about, now)
        answered(db, keys, about, now)  # the same message once more
        first, second = rung(db, keys, now)
        moved = move(db, keys, about, "checking", now)
        move(db, keys, replace(about, case=moved), "accepted", now)
        assert len(db.execute(select(rows(outbox.EnvelopeRow))).all()) == 4
    told = {note.to: json.loads(note.text) for note in (first, second)}
    assert told["https://push.example/1"] == {
        "title": "役所から、知らせがあります。",
        "body": "ここを押すと、申し込みの様子を見るページが開きます。",
        "language": "ja",
        "url": "/ja/kasumigahama/status",
    }
    assert told["https://push.example/2"]["url"] == "/en/kasumigahama/status"
    assert not any(word in first.text for word in (about.case.number, about.case.applicant, about.case.title, "通帳"))
    assert first.key == f"{KEYS['p256dh']}.{KEYS['auth']}.ours"


def test_nobody_is_rung_who_did_not_ask(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        about = writing(db, keys, now)
        other = writing(db, keys, now, key="other")
        bell.hang(db, keys, other.case, browser())
        answered(db, keys, about, now)
        assert rung(db, keys, now) == []


def test_a_bell_nobody_can_open_any_more_keeps_no_message_back(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        about = writing(db, keys, now)
        for n in (1, 2):
            bell.hang(db, keys, about.case, browser(n))
        db.execute(update(_bells).where(_bells.c.id == bell.named("https://push.example/1")).values(sealed=bytes(40)))
        answered(db, keys, about, now)
        assert [note.to for note in rung(db, keys, now)] == ["https://push.example/2"]


def test_where_it_rings_is_sealed(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        bell.hang(db, keys, writing(db, keys, now).case, browser())
        (row,) = db.execute(select(_bells)).all()
    assert b"push.example" not in b"".join(str(value).encode() for value in row) + bytes(row.sealed)


def test_hung_twice_it_is_one_and_a_case_has_so_many(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case = writing(db, keys, now).case
        for n in (*range(bell.MOST), 0):
            bell.hang(db, keys, case, browser(n))
        with pytest.raises(TooMany):
            bell.hang(db, keys, case, browser(99))
        assert len(db.execute(select(_bells)).all()) == bell.MOST


def test_one_that_is_gone_or_wiped_rings_no_more(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        about, other = writing(db, keys, now), writing(db, keys, now, key="other")
        for n in (1, 2, 3):
            bell.hang(db, keys, about.case, browser(n))
        bell.hang(db, keys, other.case, browser())
        answered(db, keys, about, now)
        first = next(note for note in rung(db, keys, now) if note.to.endswith("/1"))
        bell.gone(db, first, now)
        bell.take_down(db, "990019", "https://push.example/2")
        assert [row.id for row in db.execute(select(_bells))] == [bell.named("https://push.example/3")]


def test_it_is_forgotten_with_its_case_and_so_are_its_notes(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        about = writing(db, keys, now)
        for n in range(bell.MOST):
            bell.hang(db, keys, about.case, browser(n))
        answered(db, keys, about, now)
        forget(db, db.execute(select(rows(CaseRow))).one(), tables(db))
        assert db.execute(select(_bells)).all() == []
        assert rung(db, keys, now) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"endpoint": "http://push.example/1"},
        {"endpoint": "https://push.example:22/1"},
        {"endpoint": "https://push.example:x/1"},
        {"endpoint": "https://a:b@push.example/1"},
        {"endpoint": "https:///1"},
        {"endpoint": "https://push.example/ 1"},
        {"endpoint": "https://push.example/" + "1" * 1000},
        {"endpoint": ""},
        {"p256dh": "", "auth": ""},
        {"p256dh": "あ"},
        {"auth": KEYS["auth"][:-2]},
        {"p256dh": "BA" + "A" * 85},
    ],
)
def test_what_no_browser_gives_is_known(changes: dict[str, str]) -> None:
    assert browser().sound
    assert not browser(**changes).sound
