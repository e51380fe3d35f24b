"""Every envelope leaves, in its turn, and none is taken by two workers while its lease runs."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from threading import Barrier, Thread

import pytest
from sqlalchemy import select, text, update

from portal.delivery import outbox
from portal.delivery.envelope import EMAIL, WEBHOOK
from portal.delivery.outbox import LEASE, EnvelopeRow, Leased, lease, post
from portal.delivery.way import Passing
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.storage.columns import milliseconds
from portal.storage.database import Database, rows
from tests.delivery.given import envelope

pytestmark = pytest.mark.both_databases
MINUTE = timedelta(minutes=1)


def posted(database: Database, keys: Keys, now: datetime, *abouts: str) -> list[str]:
    """Ids of letters about these things, posted in this order a second apart."""
    letters = [envelope(id=f"{n:032x}", about=about) for n, about in enumerate(abouts)]
    with database.writing() as db:
        for n, letter in enumerate(letters):
            post(db, keys, letter, now + timedelta(seconds=n - len(letters)))
    return [letter.id for letter in letters]


def taken(database: Database, now: datetime, count: int = 10) -> list[Leased]:
    with database.writing() as db:
        return lease(db, now, count)


def ids(found: list[Leased]) -> list[str]:
    return [one.id for one in found]


def test_a_letter_is_taken_once_and_opens(database: Database, keys: Keys, now: datetime) -> None:
    letter = envelope()
    with database.writing() as db:
        post(db, keys, letter, now)
    (leased,) = taken(database, now)
    assert leased.opened(keys) == letter
    assert (leased.tries, leased.posted) == (1, now)
    assert taken(database, now) == []


def test_the_oldest_go_first(database: Database, keys: Keys, now: datetime) -> None:
    first, second, third = posted(database, keys, now, "a", "b", "c")
    assert ids(taken(database, now, 2)) == [first, second]
    assert ids(taken(database, now, 2)) == [third]


def test_letters_about_one_case_go_one_after_another(database: Database, keys: Keys, now: datetime) -> None:
    first, other, second, third = posted(database, keys, now, "a", "b", "a", "a")
    found = taken(database, now)
    assert ids(found) == [first, other]
    with database.writing() as db:
        outbox.delivered(db, found[0], now)
    (next_one,) = taken(database, now)
    assert next_one.id == second
    with database.writing() as db:
        outbox.put_off(db, next_one, Passing("451"), now, Random(1))
    assert taken(database, now) == []
    (again,) = taken(database, now + 2 * MINUTE)
    with database.writing() as db:
        outbox.set_aside(db, again, "550", now)
    assert ids(taken(database, now + 2 * MINUTE)) == [third]


def test_a_dead_webhook_holds_up_no_mail_about_the_same_case(database: Database, keys: Keys, now: datetime) -> None:
    letters = [envelope(id=str(n), channel=channel) for n, channel in enumerate((WEBHOOK, WEBHOOK, EMAIL))]
    with database.writing() as db:
        for letter in letters:
            post(db, keys, letter, now)
        (first,) = lease(db, now, 9, WEBHOOK)
        assert first.id == "0"
        outbox.put_off(db, first, Passing("POST 503"), now, Random(1))
        assert lease(db, now, 9, WEBHOOK) == [], "what came later never overtakes on its channel"
        assert ids(lease(db, now, 9, EMAIL)) == ["2"]


def test_a_busy_receiver_is_left_out_and_others_are_taken(database: Database, keys: Keys, now: datetime) -> None:
    towns = [("990019", "welfare"), ("990019", "care"), ("990027", "welfare")]
    with database.writing() as db:
        for n, (town, department) in enumerate(towns):
            post(db, keys, envelope(id=str(n), municipality=town, department=department, about=f"case-{n}"), now)
        assert [one.receiver for one in lease(db, now, 9, busy=[towns[0]])] == towns[1:]


def test_a_letter_undone_with_its_case_never_existed(database: Database, keys: Keys, now: datetime) -> None:
    def fail() -> None:
        with database.writing() as db:
            post(db, keys, envelope(), now)
            raise ConnectionError

    with pytest.raises(ConnectionError):
        fail()
    assert taken(database, now) == []


def test_a_dead_workers_letter_comes_round_again(database: Database, keys: Keys, now: datetime) -> None:
    posted(database, keys, now, "a")
    (first,) = taken(database, now)
    assert taken(database, now + LEASE - timedelta(milliseconds=1)) == []
    (second,) = taken(database, now + LEASE)
    assert (second.id, second.tries) == (first.id, 2)


def test_a_worker_that_lost_its_lease_cannot_put_off_or_set_aside(
    database: Database, keys: Keys, now: datetime
) -> None:
    posted(database, keys, now, "a")
    (late,) = taken(database, now)
    (current,) = taken(database, now + LEASE)
    with database.writing() as db:
        outbox.set_aside(db, late, "550", now)
        outbox.put_off(db, late, Passing("451"), now - 9 * LEASE, Random(1))
        assert db.execute(select(rows(EnvelopeRow).c.state)).scalar_one() == "leased"
        assert outbox.anything_due(db, now + LEASE) is False
        outbox.delivered(db, current, now)
        outbox.put_off(db, current, Passing("451"), now, Random(1))
    assert taken(database, now + 9 * LEASE) == []


def test_accepted_late_is_accepted_all_the_same(database: Database, keys: Keys, now: datetime) -> None:
    posted(database, keys, now, "a")
    (late,) = taken(database, now)
    (again,) = taken(database, now + LEASE)
    with database.writing() as db:
        outbox.delivered(db, late, now + LEASE)
        outbox.set_aside(db, again, "550", now + LEASE)
        assert db.execute(select(rows(EnvelopeRow).c.state)).scalar_one() == "delivered"


def test_workers_never_take_the_same_letter(database: Database, keys: Keys, now: datetime) -> None:
    given = posted(database, keys, now, *(f"case-{n}" for n in range(40)))
    together, found = Barrier(4), []

    def worker() -> None:
        together.wait()
        while some := taken(database, now, 3):
            found.extend(ids(some))

    workers = [Thread(target=worker) for _ in range(4)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert sorted(found) == given


def test_workers_take_the_first_of_a_case_even_when_it_is_being_taken(
    database: Database, keys: Keys, now: datetime
) -> None:
    if database.is_sqlite:
        return  # one writer at a time: nobody can look while a letter is being taken
    posted(database, keys, now, "a", "a")
    with database.writing() as mine, database.writing() as theirs:
        theirs.execute(text("SET LOCAL lock_timeout = '2s'"))
        assert len(lease(mine, now, 1)) == 1
        assert lease(theirs, now, 1) == []


def test_pauses_double_to_a_day_and_never_come_in_step() -> None:
    middle = Random()
    middle.uniform = lambda low, high: (low + high) / 2  # type: ignore[method-assign]
    assert [outbox.pause(n, middle) / MINUTE for n in (1, 2, 3, 4, 11, 12, 99)] == [1, 2, 4, 8, 1024, 1440, 1440]
    chance = Random(7)
    drawn = [outbox.pause(3, chance) / MINUTE for _ in range(200)]
    assert 3.2 <= min(drawn) < 3.4 < 4.6 < max(drawn) <= 4.8
    assert max(outbox.pause(30, chance) for _ in range(200)) == timedelta(hours=24)


def test_no_word_of_a_letter_lies_open(database: Database, keys: Keys, now: datetime) -> None:
    posted(database, keys, now, "a")
    table = rows(EnvelopeRow)
    with database.writing() as db:
        row = db.execute(select(table)).one()
        assert "welfare@" not in " ".join(str(value) for value in row)
        assert b"welfare@" not in row.sealed
        db.execute(update(table).values(id="f" * 32))
    (moved,) = taken(database, now)
    with pytest.raises(Unreadable):
        moved.opened(keys)


def test_looking_for_work_goes_by_the_small_index(database: Database, keys: Keys, now: datetime) -> None:
    posted(database, keys, now, *(f"case-{n}" for n in range(30)))
    with database.writing() as db:
        if not database.is_sqlite:
            db.execute(text("SET LOCAL enable_seqscan = off"))
            db.execute(text("SET LOCAL enable_bitmapscan = off"))
        nobody = {f"busy{n}": "" for n in range(outbox.MOST_BUSY)}
        wanted = outbox.taking().compile(db)
        given = wanted.construct_params(
            {"channel": EMAIL, "now": milliseconds(now), "until": milliseconds(now + LEASE), "count": 4, **nobody}
        )
        values = tuple(given[name] for name in wanted.positiontup) if wanted.positiontup else given
        explain = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
        plan = "\n".join(str(row[-1]) for row in db.exec_driver_sql(f"{explain} {wanted}", values))
    assert "envelopes_due" in plan
    assert "envelopes_about" in plan
    assert "SCAN envelopes\n" not in plan
    assert "Seq Scan" not in plan
