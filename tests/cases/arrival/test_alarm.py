"""What has not come in time is told to department and operator: once, then daily, and no more once it has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import select

from portal.cases import case as cases
from portal.cases.arrival.acknowledgement import acknowledge
from portal.cases.arrival.alarm import NAMED, UNSENT, ring, waiting
from portal.cases.batch.mark import about
from portal.cases.letters.department import to_department
from portal.cases.status import WITHDRAWN
from portal.delivery import outbox
from portal.delivery.envelope import EMAIL, Envelope
from portal.delivery.outbox import EnvelopeRow
from portal.delivery.watch.reasons import NOT_TRIED
from portal.delivery.way import Passing
from portal.municipalities.delivery import Batch
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import KASUMIGAHAMA, TOWN, WELFARE, plan, sent
from tests.cases.letters.told import of_html, of_text

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OPERATOR = "operator@portal.example"


def opened(database: Database, keys: Keys, now: datetime, count: int = 1, **changes: str) -> list[cases.Case]:
    with database.writing() as db:
        found = []
        for n in range(count):
            found.append(cases.opened(db, keys, replace(sent(files=()), key=f"draft-{n}{now}", **changes), now))
        return found


def posted(database: Database, keys: Keys, now: datetime) -> list[Envelope]:
    """The letters that wait to be sent, each sent now."""
    with database.writing() as db:
        taken = outbox.lease(db, now, 50)
        for one in taken:
            outbox.delivered(db, one, now)
    return [one.opened(keys) for one in taken]


def rung(database: Database, keys: Keys, now: datetime, operator: str = OPERATOR) -> int:
    return ring(database, keys, KASUMIGAHAMA, operator, now)


@pytest.mark.both_databases
def test_once_then_daily_until_it_has_come(database: Database, keys: Keys, now: datetime) -> None:
    (case,) = opened(database, keys, now)
    assert rung(database, keys, now + DAY - HOUR) == 0, "there is time yet"
    assert [rung(database, keys, now + DAY + n * HOUR) for n in range(25)] == [1] + 23 * [0] + [1]
    assert {one.to for one in posted(database, keys, now + 3 * DAY)} == {"welfare@town.example", OPERATOR}
    with database.writing() as db:
        acknowledge(db, TOWN, case.id, EMAIL, now + 3 * DAY)
    assert rung(database, keys, now + 3 * DAY) == 0
    (other,) = opened(database, keys, now + 2 * DAY)
    assert rung(database, keys, now + 3 * DAY + HOUR) == 1, "what is new is told at once"
    assert other.number in posted(database, keys, now + 4 * DAY)[0].text


def test_it_tells_what_why_and_what_to_do_and_nothing_of_the_person(
    database: Database, keys: Keys, now: datetime
) -> None:
    (case,) = opened(database, keys, now)
    with database.writing() as db:
        outbox.post(db, keys, to_department(case, KASUMIGAHAMA), now)
        (letter,) = outbox.lease(db, now, 1)
        outbox.set_aside(db, letter, "RCPT 550 5.1.1", now)
    rung(database, keys, now + DAY)
    department, operator = sorted(posted(database, keys, now + DAY), key=lambda one: one.to == OPERATOR)
    for alarm in (department, operator):
        assert of_html(alarm.html) == of_text(alarm.text)
        assert case.number in alarm.text
        assert "あて先のメールアドレスがありません。（1件）" in alarm.text
        assert case.applicant not in alarm.text
        assert "1件" in alarm.subject
        assert not alarm.hands_over
    assert "yorisoi delivery show" in operator.text
    assert "yorisoi" not in department.text


def test_without_an_operator_the_department_alone_is_told(database: Database, keys: Keys, now: datetime) -> None:
    opened(database, keys, now)
    rung(database, keys, now + DAY, operator="")
    assert [one.to for one in posted(database, keys, now + DAY)] == ["welfare@town.example"]


def test_alarms_do_not_pile_up_while_the_mail_server_is_away(database: Database, keys: Keys, now: datetime) -> None:
    opened(database, keys, now)
    assert [rung(database, keys, now + n * DAY) for n in range(1, 5)] == [1] * 4
    with database.writing() as db:
        assert len(db.execute(select(rows(EnvelopeRow).c.id)).all()) == 2
        for one in outbox.lease(db, now + 5 * DAY, 9):
            outbox.put_off(db, one, Passing("connect 421"), now, Random(1))
    rung(database, keys, now + 6 * DAY)
    assert len(posted(database, keys, now + 9 * DAY)) == 2


def test_many_are_counted_and_the_oldest_named(database: Database, keys: Keys, now: datetime) -> None:
    old = opened(database, keys, now - HOUR)
    many = opened(database, keys, now, NAMED + 4)
    rung(database, keys, now + DAY)
    alarm = posted(database, keys, now + DAY)[0]
    assert f"{NAMED + 5}件" in alarm.text
    assert "ほか5件" in alarm.text
    assert old[0].number in alarm.text
    assert sum(case.number in alarm.text for case in many) == NAMED - 1


def test_another_department_and_what_was_taken_back_are_left_in_peace(
    database: Database, keys: Keys, now: datetime
) -> None:
    back = opened(database, keys, now, department="residents")
    with database.writing() as db:
        cases.stands(db, back[0], WITHDRAWN, now)
    opened(database, keys, now)
    rung(database, keys, now + DAY)
    assert "residents@town.example" not in {one.to for one in posted(database, keys, now + DAY)}


@pytest.mark.both_databases
def test_looking_goes_by_the_small_index(database: Database, keys: Keys, now: datetime) -> None:
    opened(database, keys, now, 30)
    with database.writing() as db:
        assert plan(db, waiting(TOWN, "welfare", now)) == ["cases_open"]


def test_a_notice_that_was_delivered_is_not_said_to_wait(database: Database, keys: Keys, now: datetime) -> None:
    (case,) = opened(database, keys, now)
    with database.writing() as db:
        outbox.post(db, keys, replace(to_department(case, KASUMIGAHAMA), hands_over=()), now)
    posted(database, keys, now)
    assert rung(database, keys, now + DAY) == 1
    assert UNSENT in posted(database, keys, now + DAY)[0].text


@pytest.mark.parametrize(
    ("error", "why"), [("RCPT 552 5.2.2", "あて先のメールの箱がいっぱいです。"), ("", NOT_TRIED.japanese)]
)
def test_a_batch_that_does_not_leave_is_the_reason(
    database: Database, keys: Keys, now: datetime, error: str, why: str
) -> None:
    batch = Batch(kind="batch")
    town = KASUMIGAHAMA.model_copy(
        update={"departments": {"welfare": WELFARE.model_copy(update={"delivery": (batch,)})}}
    )
    (case,) = opened(database, keys, now)
    if error:
        with database.writing() as db:
            letter = replace(to_department(case, town), about=about("welfare", "day"))
            outbox.post(db, keys, letter, now)
            (leased,) = outbox.lease(db, now, 1)
            outbox.set_aside(db, leased, error, now)
    assert ring(database, keys, town, OPERATOR, now + DAY) == 1
    assert f"・{why}（1件）" in posted(database, keys, now + DAY)[0].text
