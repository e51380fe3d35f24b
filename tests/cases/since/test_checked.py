"""The check at a desk: all that was agreed to, held against the answers as they lie there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection

from portal.cases.case import Case, opened
from portal.cases.principal import word as words
from portal.cases.principal.word import YES, Word
from portal.cases.sent import sealed
from portal.cases.since.checked import state
from portal.cases.since.signing import About, sign
from portal.cases.withdrawal import take_back
from portal.consent import bundle, wording
from portal.consent.findings import CHANGED, GENUINE
from portal.consent.record import given
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import ANSWERS, KASUMIGAHAMA, TOWN, sent
from tests.cases.since.test_signing import signing
from tests.cases.test_withdrawal import wish
from tests.consent.given import ACT, SUBJECT, VERSION


def agreed(db: Connection, keys: Keys) -> bundle.Json:
    """Consent over the very answers of the case."""
    subject = replace(SUBJECT, answers=sealed(ANSWERS))
    return bundle.give(db, keys, TOWN, given(subject, wording.parts(VERSION, "ja"), ACT))


@pytest.fixture
def case(database: Database, keys: Keys, now: datetime) -> Case:
    with database.writing() as db:
        return opened(db, keys, sent(consent=agreed(db, keys)), now)


@pytest.mark.both_databases
def test_a_case_is_proven_with_all_that_followed(database: Database, keys: Keys, case: Case, now: datetime) -> None:
    with database.writing() as db:
        assert sign(db, keys, About(case), signing(case))
        assert take_back(db, keys, KASUMIGAHAMA, case.id, wish(now, "news"))
        found = state(db, keys, case)
    assert [(one.what, one.state) for one in found.own] == [
        (what, "proven") for what in ("signature", "place", "words", "answers", "back", "passkey")
    ]
    assert found.genuine
    assert not found.word
    assert next(found.sentences) == GENUINE


def test_an_answer_somebody_changed_is_found_out(database: Database, keys: Keys, case: Case) -> None:
    with database.reading() as db:
        found = state(db, keys, replace(case, answers=case.answers[1:]))
    assert not found.genuine
    assert next(found.sentences) == CHANGED


def test_the_word_of_the_person_is_checked_too(database: Database, keys: Keys, case: Case, now: datetime) -> None:
    with database.writing() as db:
        words.begin(db, (TOWN, case.id), now)
        word = Word(YES, now + timedelta(hours=1), "link", same_device=False, bundle=agreed(db, keys))
        words.keep(db, keys, (TOWN, case.id), word)
        assert state(db, keys, case).genuine
        assert [one.what for one in state(db, keys, case).word] == ["signature", "place", "words", "answers"]
        amiss = state(db, keys, replace(case, answers=()))
    assert [one for one in amiss.word if one.state == "failed"]


def test_of_what_is_older_than_the_log_nothing_is_said(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        found = state(db, keys, opened(db, keys, sent(consent=None), now))
    assert not found.genuine
    assert [*found.sentences] == []


def test_of_a_log_that_was_cut_off_the_place_is_missed(database: Database, keys: Keys, case: Case) -> None:
    record = {**case.consent["records"][0], "index": 10**6}
    with database.reading() as db:
        found = state(db, keys, replace(case, consent={**case.consent, "records": [record]}))
    assert not found.genuine
    assert [(one.what, one.state) for one in found.own] == [("place", "failed")]
