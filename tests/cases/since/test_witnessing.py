"""Standing by: said once, by who wrote along on their own screen, of nobody but others."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from portal.accounts.staff import person as people
from portal.accounts.staff.person import Person
from portal.cases.case import Case, opened
from portal.cases.since.signing import About, since
from portal.cases.since.signing import possible as can_sign
from portal.cases.since.witnessing import Witnessing, possible, witness
from portal.cases.withdrawal import take_back
from portal.consent import bundle, log, record, wording
from portal.consent.findings import Finding
from portal.consent.record import Act
from portal.consent.verify import verify
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import KASUMIGAHAMA, TOWN, sent
from tests.cases.test_withdrawal import wish
from tests.consent.given import ACT, SUBJECT, VERSION

CLERK = people.new(TOWN, "田中 一郎", {"welfare": frozenset({"clerk"})}, ACT.at)


def case_of(database: Database, keys: Keys, now: datetime, device: str = "desk", **more: Any) -> Case:
    """A case the clerk has written along."""
    who = {"by": "staff", "role": "clerk", "staff": CLERK.id, "department": "welfare", "device": device}
    subject = replace(SUBJECT, beside={"assisted": who})
    with database.writing() as db:
        made = bundle.give(db, keys, TOWN, record.given(subject, wording.parts(VERSION, "ja"), ACT))
        return opened(db, keys, sent(consent=made, channel="counter", **more), now)


def by(somebody: Person = CLERK) -> Witnessing:
    """Somebody says so."""
    seen = {"method": "staff_session", "factor": "passkey", "identity": "two_papers"}
    part = wording.witness("そばで見ていました。", "そばで見ていました。", "ja")
    return Witnessing(somebody, part, Act("witness", "button", 100, ACT.at, verification=seen))


@pytest.mark.both_databases
def test_it_is_said_once_in_a_role_of_its_own(database: Database, keys: Keys, now: datetime) -> None:
    case = case_of(database, keys, now)
    with database.writing() as db:
        assert witness(db, keys, case, by())
        assert not witness(db, keys, case, by())
        later = since(db, About(case))
        whole = bundle.fresh(db, keys, TOWN, case.consent)
        [said] = [one.record for one in later]
        assert can_sign(About(case), later), "the resident may still sign"
    assert said["actor"] == {"role": "witness", "staff": CLERK.id, "department": "welfare"}
    assert said["verification"]["identity"] == "two_papers"
    assert CLERK.name not in str(said)
    assert Finding("witness", "proven") in verify(whole, log.verifiers(keys, TOWN))


@pytest.mark.parametrize(
    ("device", "name", "staff"),
    [("own", CLERK.name, CLERK.id), ("desk", CLERK.name, "0" * 32), ("desk", "山田　花子", CLERK.id)],
    ids=["on another telephone", "another clerk", "by their own name"],
)
def test_who_was_not_there_or_applied_themself_says_nothing(
    database: Database, keys: Keys, now: datetime, device: str, name: str, staff: str
) -> None:
    case = case_of(database, keys, now, device)
    with database.writing() as db:
        assert not witness(db, keys, case, by(replace(CLERK, name=name, id=staff)))
        assert since(db, About(case)) == ()


def test_of_what_the_resident_did_alone_nobody_can_say_so(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        made = bundle.give(db, keys, TOWN, record.given(SUBJECT, wording.parts(VERSION, "ja"), ACT))
        case = opened(db, keys, sent(consent=made), now)
        assert not possible(case, (), CLERK)


def test_what_was_taken_back_needs_no_witness(database: Database, keys: Keys, now: datetime) -> None:
    case = case_of(database, keys, now)
    with database.writing() as db:
        assert take_back(db, keys, KASUMIGAHAMA, case.id, wish(now))
        assert not witness(db, keys, case, by())
