"""The bundle: what a case keeps, what is asked for later, and what may be shown around."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from portal.consent import bundle, log, record
from portal.consent.findings import Finding, genuine
from portal.consent.verify import verify
from portal.consent.wording import withdrawal
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.consent.given import ACT, ANSWERS, NOW, TOWN, VERSION, agreed, sealed

LATER = replace(ACT, at=NOW + timedelta(days=1))


def took_back(database: Database, keys: Keys, kept: bundle.Json, purpose: str = "") -> None:
    """Taken back a day later."""
    with database.writing() as db:
        part = withdrawal("取りやめます。", "取りやめます。", "ja", purpose)
        bundle.add(db, keys, TOWN.code, [record.withdrawn(bundle.records(kept), part, LATER)])


@pytest.mark.both_databases
def test_a_case_keeps_what_can_be_checked_at_once(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        for _ in range(3):
            kept = json.loads(json.dumps(sealed(db, keys)))
    assert [entry["index"] for entry in kept["records"]] == [10, 11, 12, 13, 14]
    found = verify(kept | {"answers": ANSWERS}, log.verifiers(keys, TOWN.code))
    assert {one.state for one in found} == {"proven"}
    assert bundle.act(kept) == kept["records"][0]["record"]["transaction"]


@pytest.mark.both_databases
def test_a_later_bundle_is_proven_by_the_log_of_that_day(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        kept = sealed(db, keys)
        for _ in range(4):
            sealed(db, keys, "en")
        later = bundle.fresh(db, keys, TOWN.code, kept)
    assert "\n25\n" in later["checkpoint"]
    assert later["records"][0]["proof"] != kept["records"][0]["proof"]
    assert genuine(verify(later, log.verifiers(keys, TOWN.code)))
    assert "\n5\n" in kept["checkpoint"], "the case's own stays as it was"


def test_what_was_taken_back_is_in_the_bundle(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        kept = sealed(db, keys)
    took_back(database, keys, kept)
    took_back(database, keys, kept, "news")
    with database.reading() as db:
        later = bundle.fresh(db, keys, TOWN.code, kept)
        back = bundle.taken(db, TOWN.code, [bundle.act(kept), ""])[bundle.act(kept)]
        assert bundle.taken(db, "990027", [bundle.act(kept)]) == {}
    assert [one.purpose for one in back] == ["", "news"]
    assert back[0].at == LATER.at
    assert len(later["records"]) == 7
    found = verify(later, log.verifiers(keys, TOWN.code))
    assert Finding("back", "proven") in found
    assert genuine(found)


@pytest.mark.both_databases
def test_what_was_taken_back_is_found_by_its_index(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        if not database.is_sqlite:
            db.execute(text("SET enable_seqscan = off"))
        how = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
        query = bundle.following(TOWN.code, ["a", "b"]).compile(db, compile_kwargs={"literal_binds": True})
        assert "consents_follows" in str(db.execute(text(f"{how} {query}")).all())


def test_what_is_shown_around_tells_no_answers(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        kept = sealed(db, keys)
    shown = json.dumps(bundle.without_secrets(kept | {"answers": ANSWERS}), ensure_ascii=False)
    assert not any(word in shown for word in ("髙橋", kept["salt"], 'answers": ['))
    assert genuine(verify(json.loads(shown), log.verifiers(keys, TOWN.code)))


def test_what_was_agreed_to_before_there_was_a_log_has_no_records() -> None:
    for old in (None, {"record": {"type": "declaration"}, "salt": "00"}):
        assert bundle.records(old) == []
        assert bundle.act(old) == ""
    assert VERSION.service == "cash"
    assert len(agreed().records) == 5
