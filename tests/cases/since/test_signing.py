"""Signing once more, beside the case: once, while the application stands, and only what fits it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest

from portal.cases.case import Case, opened
from portal.cases.course import events
from portal.cases.course.events import SIGNED
from portal.cases.since.signing import About, Signing, possible, sign, since, wanted
from portal.cases.withdrawal import take_back
from portal.consent import bundle, log
from portal.consent.findings import Finding
from portal.consent.verify import verify
from portal.delivery import outbox
from portal.delivery.envelope import WEBHOOK
from portal.security.keys import Keys
from portal.security.passkey import Unproven
from portal.storage.database import Database
from tests.cases.given import KASUMIGAHAMA, TOWN, sent
from tests.cases.letters.test_channels import URL, served
from tests.cases.test_withdrawal import now_of, wish
from tests.consent.given import sealed
from tests.consent.own_key.signing import ACT, HERE, PART
from tests.security.authenticator import Authenticator


@pytest.fixture
def case(database: Database, keys: Keys, now: datetime) -> Case:
    """A case with every kind of agreement."""
    with database.writing() as db:
        return opened(db, keys, sent(consent=sealed(db, keys)), now)


def signing(case: Case, over: bytes = b"") -> Signing:
    """Somebody who signs it, or something else."""
    phone, over = Authenticator(), over or wanted(About(case))
    return Signing(KASUMIGAHAMA, HERE, phone.made(over), phone.signed(over), PART, ACT)


@pytest.mark.both_databases
def test_it_is_signed_once(database: Database, keys: Keys, case: Case) -> None:
    with database.writing() as db:
        assert possible(About(case), since(db, About(case)))
        assert sign(db, keys, About(case), signing(case))
        assert not sign(db, keys, About(case), signing(case))
        assert [one.signed for one in since(db, About(case))] == [True]
        told = bundle.fresh(db, keys, TOWN, case.consent)
    assert Finding("passkey", "proven") in verify(told, log.verifiers(keys, TOWN))


def test_systems_are_told_and_nobody_is_written_to(database: Database, keys: Keys, case: Case, now: datetime) -> None:
    with database.writing() as db:
        by = replace(signing(case), town=served({"kind": "email"}, {"kind": "webhook", "url": URL}))
        assert sign(db, keys, About(case), by)
        assert not sign(db, keys, About(case), by)
        [event] = [one for one in events.of_case(db, TOWN, case.id) if one.type == SIGNED]
        [letter] = [one.opened(keys) for one in outbox.lease(db, ACT.at, 50, WEBHOOK)]
        assert not outbox.lease(db, ACT.at, 50), "no mail"
    assert event.data == {"by": "applicant", "signed_at": ACT.told["at"]}
    assert (letter.channel, letter.subject) == (WEBHOOK, "case.consent_signed")
    assert json.loads(letter.text)["data"]["number"] == case.number


def test_what_was_taken_back_cannot_be_signed(database: Database, keys: Keys, case: Case, now: datetime) -> None:
    with database.writing() as db:
        assert take_back(db, keys, KASUMIGAHAMA, case.id, wish(now))
        assert not sign(db, keys, About(case), signing(case))
    assert not possible(About(now_of(database, keys, case)), ())


def test_a_consent_that_was_taken_back_is_no_hindrance(
    database: Database, keys: Keys, case: Case, now: datetime
) -> None:
    with database.writing() as db:
        assert take_back(db, keys, KASUMIGAHAMA, case.id, wish(now, "news"))
        assert sign(db, keys, About(case), signing(case))


def test_what_was_signed_for_something_else_is_kept_nowhere(database: Database, keys: Keys, case: Case) -> None:
    with database.writing() as db:
        with pytest.raises(Unproven):
            sign(db, keys, About(case), signing(case, bytes(32)))
        assert since(db, About(case)) == ()


def test_what_was_agreed_to_before_there_was_a_log_cannot_be_signed(
    database: Database, keys: Keys, now: datetime
) -> None:
    with database.writing() as db:
        old = opened(db, keys, sent(consent=None), now)
        assert not possible(About(old), since(db, About(old)))
