"""Cases go when their time is over, decided and arrived; the log proves afterwards what it proved before."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from portal.cases.case import CaseRow
from portal.cases.retention import sweep as sweeping
from portal.cases.retention.run import ANONYMISED, DELETED, NOT_ARRIVED, OPEN, UNKNOWN, Report, runs
from portal.cases.retention.sweep import Sweep, some
from portal.consent import bundle, log
from portal.consent.findings import genuine
from portal.consent.verify import verify
from portal.delivery import outbox
from portal.delivery.watch.mending import discard
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import TOWN, plan
from tests.cases.retention.given import COUNTING, DAYS, DELETING, case, kept, over
from tests.delivery.given import envelope

_c = rows(CaseRow).c


def swept(database: Database, keys: Keys, now: datetime, **how: Any) -> Report:
    """What a sweep reports."""
    return Sweep(database, keys, TOWN, now, **how).go()


def left(database: Database) -> set[str]:
    """The cases that are still there."""
    with database.reading() as db:
        return set(db.scalars(select(_c.id)))


@pytest.mark.both_databases
def test_a_case_goes_on_the_day_its_time_is_over(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        kept(db)
        one = case(db, keys, now)
    assert swept(database, keys, over(now) - timedelta(days=1)) == {}
    assert left(database) == {one.id}
    assert swept(database, keys, over(now)) == {("kyufukin", DELETED): 1}
    assert left(database) == set()


KEPT: dict[str, tuple[dict[str, Any], str]] = {
    "not decided": ({"status": "received"}, OPEN),
    "being asked": ({"status": "asked"}, OPEN),
    "never arrived": ({"arrived": False}, NOT_ARRIVED),
    "a letter waits": ({"waiting": True}, NOT_ARRIVED),
    "taken back, the letter waits": ({"status": "withdrawn", "arrived": False, "waiting": True}, NOT_ARRIVED),
    "of no known version": ({"version": "ff" * 32}, UNKNOWN),
}


@pytest.mark.parametrize(("state", "why"), KEPT.values(), ids=KEPT.keys())
def test_some_stay_though_their_time_is_over(
    database: Database, keys: Keys, now: datetime, state: dict[str, Any], why: str
) -> None:
    with database.writing() as db:
        kept(db)
        one = case(db, keys, now, **state)
    assert swept(database, keys, over(now)) == {("kyufukin", why): 1}
    assert left(database) == {one.id}


def test_what_was_taken_back_before_it_arrived_goes(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        kept(db)
        case(db, keys, now, status="withdrawn", arrived=False)
    assert swept(database, keys, over(now)) == {("kyufukin", DELETED): 1}


@pytest.mark.both_databases
def test_what_stands_in_a_batch_that_has_not_left_stays(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        kept(db)
        one, _ = case(db, keys, now), case(db, keys, now + timedelta(minutes=1))
        letters = [envelope(about="batch:welfare:week", hands_over=ids) for ids in ((one.id,), ("lost",))]
        for letter in letters:
            outbox.post(db, keys, letter, now)
        db.execute(text("UPDATE envelopes SET sealed = '' WHERE id = :id"), {"id": letters[1].id})
    assert swept(database, keys, over(now)) == {("kyufukin", DELETED): 1, ("kyufukin", NOT_ARRIVED): 1}
    assert left(database) == {one.id}
    with database.writing() as db:
        db.execute(text("UPDATE envelopes SET state = 'delivered'"))
    assert swept(database, keys, over(now) + timedelta(days=1)) == {("kyufukin", DELETED): 1}


@pytest.mark.both_databases
def test_what_was_discarded_keeps_nothing_that_came_another_way(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        kept(db)
        came, open_one = case(db, keys, now), case(db, keys, now + timedelta(minutes=1), arrived=False)
        for one in (came, open_one):
            letter = envelope(about=one.id)
            outbox.post(db, keys, letter, now)
            outbox.set_aside(db, outbox.lease(db, now, 1)[0], "DATA 554", now)
            discard(db, (TOWN, letter.id), "entered by hand", now)
        batch = envelope(about="batch:welfare:week", hands_over=(came.id,))
        outbox.post(db, keys, batch, now)
        db.execute(text("UPDATE envelopes SET state = 'discarded', due = NULL WHERE id = :id"), {"id": batch.id})
    assert swept(database, keys, over(now)) == {("kyufukin", DELETED): 1, ("kyufukin", NOT_ARRIVED): 1}
    assert left(database) == {open_one.id}


def test_a_mistyped_address_of_a_resident_keeps_nothing(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        kept(db)
        one = case(db, keys, now)
        db.execute(text(f"UPDATE envelopes SET state = 'set_aside' WHERE about = 'resident:{one.id}'"))
    assert swept(database, keys, over(now)) == {("kyufukin", DELETED): 1}
    with database.reading() as db:
        assert db.execute(text("SELECT count(*) FROM envelopes")).scalar_one() == 0


def test_one_sealed_with_a_lost_key_is_told_and_stays(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        kept(db)
        case(db, keys, now)
        db.execute(text("UPDATE cases SET sealed = :box"), {"box": b"\x01\x09" + bytes(40)})
    assert swept(database, keys, over(now)) == {("kyufukin", UNKNOWN): 1}


@pytest.mark.both_databases
def test_counts_stay_where_the_service_keeps_them(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        kept(db)
        case(db, keys, now, of=COUNTING, language="en")
        case(db, keys, now)
    assert swept(database, keys, over(now, COUNTING)) == {("juminhyo", ANONYMISED): 1, ("kyufukin", DELETED): 1}
    with database.reading() as db:
        counts = db.execute(text("SELECT service, day, language, count FROM forgotten_counts")).all()
    assert [tuple(row) for row in counts] == [("juminhyo", "2026-11-24", "en", 1)]


def test_looking_changes_nothing(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        kept(db)
        one = case(db, keys, now)
    assert swept(database, keys, over(now), looking=True) == {("kyufukin", DELETED): 1}
    assert left(database) == {one.id}
    with database.reading() as db:
        assert runs(db, TOWN) == []


@pytest.mark.both_databases
def test_broken_off_it_goes_on(database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "AT_ONCE", 2)
    with database.writing() as db:
        kept(db)
        waits = case(db, keys, now, status="received")
        for n in range(5):
            case(db, keys, now + timedelta(minutes=n))
    moment, forget, gone = over(now), sweeping.forget, list[object]()

    def killed(*about: Any) -> None:
        if len(gone) == 3:
            raise KeyboardInterrupt
        gone.append(about)
        forget(*about)

    monkeypatch.setattr(sweeping, "forget", killed)
    with pytest.raises(KeyboardInterrupt):
        swept(database, keys, moment)
    monkeypatch.setattr(sweeping, "forget", forget)
    with database.reading() as db:
        (run,) = runs(db, TOWN)
    assert (run.ended, run.report[("kyufukin", DELETED)]) == (None, 6 - len(left(database)))
    swept(database, keys, moment)
    assert left(database) == {waits.id}
    with database.reading() as db:
        (run,) = runs(db, TOWN)
    assert run.ended == moment
    assert run.report == {("kyufukin", DELETED): 5, ("kyufukin", OPEN): 1}


@pytest.mark.both_databases
def test_the_log_proves_afterwards_what_it_proved_before(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        kept(db)
        first, gone, last = (case(db, keys, now + timedelta(days=n)) for n in (200, 0, 201))
    with database.reading() as db:
        before = log.head(db, TOWN)
    assert swept(database, keys, over(now)) == {("kyufukin", DELETED): 1}
    with database.reading() as db:
        assert log.head(db, TOWN) == before
        for one in (first, last, gone):
            told = bundle.without_secrets(bundle.fresh(db, keys, TOWN, one.consent))
            assert genuine(verify(told, log.verifiers(keys, TOWN)))
    with database.writing() as db:
        later = case(db, keys, now + timedelta(days=300))
        assert genuine(verify(bundle.without_secrets(later.consent), log.verifiers(keys, TOWN)))
        assert log.edge_at(db, TOWN, before.size) == before


@pytest.mark.both_databases
def test_it_reads_the_oldest_of_a_department_alone(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        kept(db)
        case(db, keys, now)
        assert plan(db, some(TOWN, "welfare", now + timedelta(days=DAYS), (now, 1))) == ["cases_received"]
    assert DELETING.source.retention.days == DAYS
