"""Which key signed from when to when: noted at every start, told with the keys, held against what they signed."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from portal.consent import bundle, log
from portal.consent import checkpoint as notes
from portal.consent.checkpoint import Verifier
from portal.consent.findings import Finding, genuine
from portal.consent.signing_keys.history import keep, verifiers
from portal.consent.verify import verify
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.consent.given import NOW, TOWN, sealed

OLD, BOTH, NEW = (Keys({n: bytes([n]) * 32 for n in ns}, b"") for ns in ((1,), (1, 2), (2,)))
FIRST, SECOND, THIRD = NOW + timedelta(days=1), NOW + timedelta(days=10), NOW + timedelta(days=20)


def told(database: Database, keys: Keys, now: datetime) -> list[tuple[str, str]]:
    """The times of the keys after a start with them."""
    with database.writing() as db:
        keep(db, keys, [TOWN.code], now)
        return [(one.since[:10], one.until[:10]) for one in verifiers(db, keys, TOWN.code)]


@pytest.mark.both_databases
def test_a_key_has_a_beginning_and_an_end(database: Database) -> None:
    assert told(database, OLD, FIRST) == [("2026-11-25", "")]
    assert told(database, OLD, SECOND) == [("2026-11-25", "")], "a start with the same keys changes nothing"
    assert told(database, BOTH, SECOND) == [("2026-12-04", ""), ("2026-11-25", "")]
    assert told(database, NEW, THIRD) == [("2026-12-04", ""), ("2026-11-25", "2026-12-14")]
    assert told(database, BOTH, THIRD) == [("2026-12-04", ""), ("2026-11-25", "")], "it was put back"


def test_the_first_key_of_a_log_counts_from_its_first_record(database: Database) -> None:
    with database.writing() as db:
        sealed(db, OLD)
    assert told(database, OLD, THIRD) == [("2026-11-24", "")]


def test_keys_that_no_start_has_noted_are_told_without_times(database: Database) -> None:
    with database.reading() as db:
        assert verifiers(db, BOTH, TOWN.code) == log.verifiers(BOTH, TOWN.code)
        assert {(one.since, one.until) for one in verifiers(db, BOTH, TOWN.code)} == {("", "")}


def test_it_is_read_as_it_is_told(database: Database) -> None:
    told(database, OLD, FIRST)
    told(database, NEW, THIRD)
    with database.reading() as db:
        history = [*verifiers(db, NEW, TOWN.code)]
    read = notes.keys("# of the town\n" + "\n".join(one.told for one in history))
    assert read == history
    assert [(one.since, one.until) for one in read] == [(one.since, one.until) for one in history]
    assert read[1].until == "2026-12-14T10:00:00+09:00"
    apart = notes.keys(history[1].told.replace("\n", "\n\n"))
    assert apart[0].until == "", "a time belongs to the key right below it"


def former(until: str) -> tuple[Verifier, ...]:
    """The old key, which signs no more."""
    (one,) = log.verifiers(OLD, TOWN.code)
    return (Verifier(one.name, one.key, "2026-01-01T00:00:00+09:00", until),)


@pytest.mark.parametrize(
    ("until", "state"), [("2026-11-24T10:00:00+09:00", "proven"), ("2026-11-24T00:59:59Z", "failed"), ("x", "failed")]
)
def test_what_an_old_key_signed_holds_if_it_was_done_in_its_time(database: Database, until: str, state: str) -> None:
    with database.writing() as db:
        kept: Any = json.loads(json.dumps(sealed(db, OLD)))
    found = verify(kept, former(until))
    assert Finding("key", state) in found
    assert Finding("signature", "proven") in found
    assert genuine(found) == (state == "proven")


def test_what_a_key_of_today_signed_as_well_says_nothing_of_old_ones(database: Database) -> None:
    with database.writing() as db:
        kept = bundle.without_secrets(sealed(db, BOTH))
    trusted = (*log.verifiers(NEW, TOWN.code), *former("2026-11-24T00:00:00Z"))
    assert "key" not in [one.what for one in verify(kept, trusted)]
