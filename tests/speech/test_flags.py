"""A sentence read wrongly is counted for its town; nothing else can be written there."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from portal.speech.flags import ReadingFlagRow, flag, flagged
from portal.speech.published import PublicText, Published
from portal.storage.database import Database, rows

pytestmark = pytest.mark.both_databases
HERE, THERE = "990019", "990027"


def test_it_is_counted_with_its_first_and_last_time(database: Database, public: PublicText, now: datetime) -> None:
    later = now + timedelta(hours=3)
    with database.writing() as db:
        flag(db, HERE, public, now)
        flag(db, HERE, public, later)
        (found,) = flagged(db, HERE)
    assert (found.language, found.sentence) == (public.language, public.seen)
    assert (found.times, found.first, found.last) == (2, now, later)


def test_each_town_hears_of_its_own(database: Database, public: PublicText, now: datetime) -> None:
    with database.writing() as db:
        flag(db, HERE, public, now)
        assert flagged(db, THERE) == []
        flag(db, THERE, public, now)
        assert [one.times for one in flagged(db, HERE)] == [1]


def test_the_most_told_comes_first(database: Database, published: Published, now: datetime) -> None:
    rarely, often = list(published)[:2]
    with database.writing() as db:
        for text in (rarely, often, often):
            flag(db, HERE, text, now)
        assert [one.sentence for one in flagged(db, HERE)] == [often.seen, rarely.seen]


@pytest.mark.parametrize("forged", ["山田花子の電話は03です。", object.__new__(PublicText), None])
def test_no_word_of_a_resident_can_be_counted(database: Database, now: datetime, forged: Any) -> None:
    with database.writing() as db:
        with pytest.raises(TypeError):
            flag(db, HERE, forged, now)
        assert db.execute(select(func.count()).select_from(rows(ReadingFlagRow))).scalar_one() == 0
