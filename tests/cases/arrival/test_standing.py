"""A case has arrived, is on its way, is tried again, or is late: never more than what is known."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

import pytest

from portal.cases import case as cases
from portal.cases.arrival.acknowledgement import acknowledge
from portal.cases.arrival.standing import AGAIN, ARRIVED, LATE, SENT, late, not_arrived, standing
from portal.cases.letters.department import to_department
from portal.cases.status import WITHDRAWN
from portal.delivery import outbox
from portal.delivery.envelope import EMAIL
from portal.delivery.watch.mending import discard
from portal.delivery.way import Passing
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import KASUMIGAHAMA, TOWN, WELFARE, sent

HOUR = timedelta(hours=1)


def test_a_letter_tried_in_vain_refused_and_accepted(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case = cases.opened(db, keys, sent(files=()), now)
        outbox.post(db, keys, to_department(case, KASUMIGAHAMA), now)
        assert standing(db, case, WELFARE, now) == SENT
        (leased,) = outbox.lease(db, now, 1)
        assert standing(db, case, WELFARE, now) == SENT
        outbox.put_off(db, leased, Passing("connect 421"), now, Random(1))
        assert standing(db, case, WELFARE, now) == AGAIN
        (leased,) = outbox.lease(db, now + HOUR, 1)
        outbox.set_aside(db, leased, "RCPT 550", now)
        assert standing(db, case, WELFARE, now) == LATE
        discard(db, (TOWN, leased.id), "told by telephone", now)
        assert standing(db, case, WELFARE, now) == LATE, "somebody has still to bring it there"
        acknowledge(db, TOWN, case.id, EMAIL, now)
        case = cases.by_id(db, keys, TOWN, case.id) or case
        assert standing(db, case, WELFARE, now + 99 * HOUR) == ARRIVED


def test_it_is_late_from_the_departments_limit_on(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case = cases.opened(db, keys, sent(), now)
        moment = now + WELFARE.limit * HOUR
        assert standing(db, case, WELFARE, moment) == LATE
        assert standing(db, case, WELFARE, moment - timedelta(seconds=1)) == SENT
        assert not late(case, WELFARE.model_copy(update={"limit": 48}), moment)


@pytest.mark.both_databases
def test_the_operator_counts_what_has_still_to_arrive(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        back, open_one = (cases.opened(db, keys, sent(key=key), now + n * HOUR) for n, key in enumerate("ab"))
        cases.stands(db, back, WITHDRAWN, now)
        assert not_arrived(db, now + 3 * HOUR) == (1, 2 * HOUR)
        cases.stands(db, open_one, WITHDRAWN, now)
        assert not_arrived(db, now + 3 * HOUR) == (0, timedelta(0))
