"""Who leaves is counted by the last question, from drafts nobody opens; who comes back is not counted any more."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import insert

from portal.cases.figures.tally import Period
from portal.catalogue import published
from portal.journey import draft as drafts
from portal.journey.draft import Draft, DraftRow, Kept
from portal.journey.leaving.left import AWAY, count, left, lying, summed
from portal.storage.database import Database, rows
from tests.cases.given import plan
from tests.journey.given import CATALOGUE, VERSION, begun

pytestmark = pytest.mark.both_databases
DAY = timedelta(days=1)
TOWN, DEPARTMENT = VERSION.municipality, VERSION.source.department


def lies(database: Database, at: datetime, *answers: tuple[str, bool]) -> Draft:
    """A draft with these questions kept, answered or not."""
    with database.writing() as db:
        published.keep(db, CATALOGUE)
        draft = begun(db, at)
        for key, answered in answers:
            drafts.keep(db, draft, key, Kept({"value": "x"}, "x", answered=answered), at)
    return draft


def period(
    first: date, last: date, municipality: str = TOWN, department: str = DEPARTMENT, service: str = ""
) -> Period:
    return Period(
        municipality=municipality,
        departments=frozenset({department}),
        service=service or VERSION.service,
        first=first,
        last=last,
    )


def found(database: Database, first: date, last: date, **others: str) -> dict[str, int]:
    with database.reading() as db:
        return dict(left(db, period(first, last, **others)))


def test_the_last_question_is_counted_on_the_day_it_was_kept(database: Database, now: datetime) -> None:
    lies(database, now, ("name", True), ("born.p1", True))
    lies(database, now, ("name", True), ("born", False))
    lies(database, now)
    today = now.date()
    assert count(database, TOWN, now + AWAY - DAY) == 0, "they may come back"
    assert count(database, TOWN, now + AWAY) == 3
    assert found(database, today, today) == {"born": 1, "?born": 1, "": 1}
    assert found(database, today + DAY, today + DAY) == {}


def test_who_comes_back_is_not_counted_any_more_and_nobody_twice(database: Database, now: datetime) -> None:
    draft, other = lies(database, now, ("name", True)), lies(database, now, ("name", True))
    today = now.date()
    for _ in range(2):
        count(database, TOWN, now + AWAY)
    assert found(database, today, today) == {"name": 2}
    with database.writing() as db:
        drafts.drop(db, draft)
        drafts.keep(db, other, "born", Kept({}, "x", answered=True), now + 10 * DAY)
    count(database, TOWN, now + 10 * DAY + AWAY)
    assert found(database, today, today + 20 * DAY) == {"born": 1}


def test_what_was_counted_stands_when_the_draft_is_forgotten(database: Database, now: datetime) -> None:
    lies(database, now, ("name", True))
    today = now.date()
    count(database, TOWN, now + 20 * DAY)
    with database.writing() as db:
        assert drafts.sweep(db, TOWN, now + 40 * DAY) == 1
    count(database, TOWN, now + 40 * DAY)
    assert found(database, today, today) == {"name": 1}
    count(database, TOWN, now + 500 * DAY)
    assert found(database, today, today) == {}


def test_nothing_of_others_is_counted(database: Database, now: datetime) -> None:
    lies(database, now, ("name", True))
    count(database, TOWN, now + AWAY)
    today = now.date()
    assert found(database, today, today) == {"name": 1}
    for other in ({"municipality": "990027"}, {"department": "other"}, {"service": "other"}):
        assert found(database, today, today, **other) == {}
    assert count(database, "990027", now + AWAY) == 0


def test_what_nobody_knows_the_questions_of_is_left_out(database: Database, now: datetime) -> None:
    with database.writing() as db:
        begun(db, now)
        assert published.owner(db, TOWN, VERSION.hash) is None
    assert count(database, TOWN, now + AWAY) == 0


def test_every_query_goes_by_an_index(database: Database, now: datetime) -> None:
    row = {"municipality": TOWN, "version": VERSION.hash, "expires": now, "sealed": b"", "step": ""}
    with database.writing() as db:
        db.execute(insert(rows(DraftRow)), [{**row, "id": str(n)} for n in range(300)])
        assert plan(db, lying(TOWN, now), "drafts") == ["drafts_expires"]
        (name,) = plan(db, summed(period(now.date(), now.date())), "drafts_left")
        assert name in {"drafts_left_pkey", "sqlite_autoindex_drafts_left_1"}
