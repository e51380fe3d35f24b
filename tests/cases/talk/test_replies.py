"""What a resident answers is kept once, sealed, waits for the office, and is read before anybody decides."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import select

from portal.cases import turn
from portal.cases.case import CaseRow, stands
from portal.cases.retention.forget import forget, tables
from portal.cases.talk import replies
from portal.cases.talk.replies import Refused, Reply
from portal.cases.talk.waiting import CaseReplyRow
from portal.cases.work import acts, deeds
from portal.cases.work.hold import Overtaken, Unknown
from portal.security.keys import Keys
from portal.storage import files
from portal.storage.database import Database, rows
from portal.storage.files import File
from tests.cases.given import TOWN, plan
from tests.cases.work.given import DOUBT, HOUR, OTHERS, act, again, case, whose

pytestmark = pytest.mark.both_databases
PAPER = File("f9", "", "", "通帳.jpg", "image/jpeg", b"\xff\xd8paper")


def reply(now: datetime, id: str = "r1", text: str = "口座はこれです。") -> Reply:
    return Reply(id, now, text)


def test_an_answer_waits_and_is_read(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        stands(db, one, "asked", now)
        kept = replies.write(db, keys, whose(one), reply(now + HOUR), [PAPER])
        waits = again(db, keys, one)
        assert (waits.turn, waits.turned, waits.status) == (turn.REPLY, now + HOUR, "asked")
        assert replies.of_case(db, keys, one) == [kept]
        assert kept.files == (("f9", "通帳.jpg"),)
        paper = files.read(db, keys.town(TOWN), TOWN, "f9")
        assert paper is not None
        assert (paper.content, paper.owner) == (PAPER.content, f"case:{one.key}")
        done = replies.read(db, keys, act(waits, now))
        assert (done.turn, done.revision) == (turn.ASKED, waits.revision + 1)
        assert replies.of_case(db, keys, one)[0].read == now + HOUR
        assert [(deed.what, deed.data) for deed in deeds.of_case(db, TOWN, one.id)] == [(deeds.READ, {"replies": 1})]
        assert replies.read(db, keys, act(done, now)) == done, "nothing more to read"


def test_it_is_kept_once_however_often_it_is_sent(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        first = replies.write(db, keys, whose(one), reply(now), [PAPER])
        revision = again(db, keys, one).revision
        assert replies.write(db, keys, whose(one), reply(now + HOUR, text="another"), [PAPER]) == first
        assert len(replies.of_case(db, keys, one)) == 1
        assert again(db, keys, one).revision == revision


def test_nobody_takes_the_place_of_anothers_answer(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one, other = case(db, keys, now), case(db, keys, now, key="other")
        kept = replies.write(db, keys, whose(one), reply(now))
        with pytest.raises(Refused):
            replies.write(db, keys, whose(other), reply(now, text="another"))
        assert replies.of_case(db, keys, one) == [kept]
        assert again(db, keys, other) == other


def test_nobody_decides_past_an_answer(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        replies.write(db, keys, whose(one), reply(now))
        with pytest.raises(Overtaken):
            acts.assign(db, keys, act(one, now), "s1")
        with pytest.raises(Overtaken):
            replies.read(db, keys, act(one, now))
        with pytest.raises(Unknown):
            replies.read(db, keys, act(again(db, keys, one), now, OTHERS))


def test_after_a_decision_somebody_still_reads_it(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now, flags=(DOUBT,))
        stands(db, one, "refused", now)
        replies.write(db, keys, whose(one), reply(now))
        waits = again(db, keys, one)
        assert (waits.status, waits.turn) == ("refused", turn.REPLY)
        assert replies.read(db, keys, act(waits, now)).turn == turn.NOTHING


@pytest.mark.parametrize("text", ["", "\u200b ", "あ" * (replies.LONGEST + 1)], ids=["none", "unseen", "long"])
def test_what_says_nothing_is_refused(database: Database, keys: Keys, now: datetime, text: str) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        with pytest.raises(Refused):
            replies.write(db, keys, whose(one), reply(now, text=text))
        assert again(db, keys, one) == one


def test_a_paper_alone_is_an_answer(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        assert replies.write(db, keys, whose(one), reply(now, text=""), [PAPER]).text == ""
        with pytest.raises(Refused):
            replies.write(db, keys, whose(one), reply(now, id="r2"), [PAPER] * (replies.MOST_FILES + 1))


def test_it_has_an_end(database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replies, "MOST", 1)
    with database.writing() as db:
        one, gone = case(db, keys, now), case(db, keys, now, key="gone")
        replies.write(db, keys, whose(one), reply(now))
        stands(db, gone, "withdrawn", now)
        for which, id in ((one, "r2"), (gone, "r3")):
            with pytest.raises(Refused):
                replies.write(db, keys, whose(which), reply(now, id=id))


def test_it_lies_nowhere_open_and_goes_with_its_case(database: Database, keys: Keys, now: datetime) -> None:
    table = rows(CaseReplyRow)
    with database.writing() as db:
        one = case(db, keys, now)
        replies.write(db, keys, whose(one), reply(now), [PAPER])
        told = str(db.execute(select(table)).all())
        assert not [word for word in ("口座", "通帳", "paper") if word in told]
        mine = select(table).where(table.c.municipality == TOWN, table.c.about == one.id)
        assert plan(db, mine.order_by(table.c.at, table.c.id), "case_replies") == ["case_replies_about"]
        forget(db, db.execute(select(rows(CaseRow))).one(), tables(db))
        assert db.execute(select(table)).all() == []
        assert files.read(db, keys.town(TOWN), TOWN, "f9") is None
