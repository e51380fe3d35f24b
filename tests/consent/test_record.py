"""The record: canonical, without a personal word, tied to the answers by a salt."""

from __future__ import annotations

from datetime import datetime

import rfc8785
from sqlalchemy import select

from portal.consent.record import Act, ConsentRow, commitment, give
from portal.consent.wording import wording
from portal.storage.database import Database, rows
from tests.journey.given import VERSION

ANSWERS = [{"id": "name", "person": None, "value": {"family": "山田"}}]


def test_what_is_kept_is_what_was_given(database: Database, now: datetime) -> None:
    with database.writing() as db:
        consent = give(db, VERSION, wording(VERSION, "ja"), ANSWERS, Act("self", "button", 150, now))
        kept = db.execute(select(rows(ConsentRow))).one()
    assert kept.record == rfc8785.dumps(consent.record)
    assert "山田".encode() not in kept.record
    assert consent.salt.encode() not in kept.record
    assert consent.record["act"] == {"means": "button", "at": "2026-11-24T01:00:00+00:00", "text_size": 150}
    assert consent.document["record"] is consent.record


def test_only_the_same_answers_and_salt_fit(database: Database, now: datetime) -> None:
    with database.writing() as db:
        consent = give(db, VERSION, wording(VERSION, "ja"), ANSWERS, Act("self", "button", 100, now))
    given = consent.record["answers_commitment"]
    assert given == commitment(consent.salt, ANSWERS)
    assert given != commitment("00" * 32, ANSWERS)
    assert given != commitment(consent.salt, [ANSWERS[0] | {"value": {"family": "山口"}}])
