"""Clerks' notes are added, never lost, sealed, and seen by whoever acts next."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import select

from portal.cases.work import acts, notes
from portal.cases.work.hold import Overtaken, Unknown
from portal.cases.work.notes import CaseNoteRow, Empty
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import plan
from tests.cases.work.given import OTHERS, act, again, case

pytestmark = pytest.mark.both_databases


def test_notes_come_one_after_another(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one, other = case(db, keys, now), case(db, keys, now, key="other")
        for id, by in (("n1", "s1"), ("n2", "s2"), ("n1", "s1")):
            notes.write(db, keys, act(one, now, by=by), f"電話した。\r\n{by}\x07 ", id)
        told = [(note.text, note.by) for note in notes.of_case(db, keys, one)]
        assert told == [("電話した。\ns1", "s1"), ("電話した。\ns2", "s2")], "sent twice, one is kept once"
        assert notes.of_case(db, keys, other) == []
        assert "電話" not in str(db.execute(select(rows(CaseNoteRow))).all())


def test_other_words_in_a_form_gone_back_to_are_kept_too(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one, other = case(db, keys, now), case(db, keys, now, key="other")
        for about, text in ((one, "電話した。"), (one, "電話した。出なかった。"), (other, "電話した。")):
            notes.write(db, keys, act(about, now), text, "n1")
        assert sorted(note.text for note in notes.of_case(db, keys, one)) == ["電話した。", "電話した。出なかった。"]
        assert [note.text for note in notes.of_case(db, keys, other)] == ["電話した。"]


def test_nobody_decides_past_a_note(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        notes.write(db, keys, act(one, now), "まだ決めないでください。")
        with pytest.raises(Overtaken):
            acts.assign(db, keys, act(one, now, by="s2"), "s2")
        assert acts.assign(db, keys, act(again(db, keys, one), now, by="s2"), "s2").assignee == "s2"


@pytest.mark.parametrize("text", ["", " \u200b\n", "あ" * (notes.LONGEST + 1)], ids=["none", "unseen", "long"])
def test_what_cannot_be_read_is_no_note(database: Database, keys: Keys, now: datetime, text: str) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        with pytest.raises(Empty):
            notes.write(db, keys, act(one, now), text)
        with pytest.raises(Unknown):
            notes.write(db, keys, act(one, now, OTHERS), "読める")
        assert notes.of_case(db, keys, one) == []


def test_notes_are_found_by_their_case(database: Database, keys: Keys, now: datetime) -> None:
    table = rows(CaseNoteRow)
    with database.writing() as db:
        one = case(db, keys, now)
        mine = select(table).where(table.c.municipality == one.municipality, table.c.about == one.id)
        assert plan(db, mine.order_by(table.c.at, table.c.id), "case_notes") == ["case_notes_about"]
