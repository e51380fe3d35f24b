"""The record: complete, canonical, without a personal word, tied to the answers by a salt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
import rfc8785

from portal.consent.canonical import canonical, commitment
from portal.consent.record import given, withdrawn
from portal.consent.wording import parts, withdrawal
from tests.consent.given import ACT, ANSWERS, SUBJECT, VERSION, agreed


def kinds_of(value: Any) -> set[type]:
    """The types of every scalar."""
    if isinstance(value, dict | list):
        inside = value.values() if isinstance(value, dict) else value
        return set().union(*map(kinds_of, inside)) if inside else set()
    return {type(value)}


def test_a_record_says_everything_but_who_it_was() -> None:
    consent = agreed()
    record = consent.records[1].record
    assert {key: value for key, value in record.items() if key not in {"record_id", "transaction", "nonce"}} == {
        "v": 2,
        "event": "given",
        "type": "consent",
        "level": "L1",
        "municipality": "990019",
        "service": {"id": "cash", "effective": "2026-04-01", "sha256": VERSION.hash},
        "statements": {"language": "ja", "shown": parts(VERSION, "ja")[1].hashes},
        "purposes": [{"id": "register", "optional": False}],
        "answers": {"commitment": commitment(consent.salt, canonical(ANSWERS))},
        "attachments": ["ab" * 32],
        "actor": {"role": "self", "commitment": commitment(consent.salt, canonical({"name": "髙橋　花"}))},
        "verification": {"method": "none"},
        "act": {"means": "button", "at": "2026-11-24T10:00:00+09:00"},
        "accessibility": {"text_scale": 150, "aloud": "on"},
        "recall": {"asked": "none"},
        "retention": {"years": 5, "until": "2031-11-24"},
        "withdrawal": {"page": "/ja/kasumigahama/status", "phone": "0000-00-0000"},
        "together": 5,
    }


def test_what_is_hashed_is_canonical_and_names_nobody() -> None:
    consent = agreed()
    for one in consent.records:
        entry = one.entry
        assert entry.record == rfc8785.dumps(one.record)
        assert kinds_of(one.record) <= {str, int, bool}
        assert not any(word.encode() in entry.record for word in ("髙橋", "花", consent.salt))
        assert (entry.id, entry.follows, entry.words) == (one.record["record_id"], "", "")


def test_records_of_one_act_share_it_and_nothing_that_could_be_guessed() -> None:
    first, second = agreed().records, agreed().records
    assert len({one.record["transaction"] for one in first}) == 1
    assert len({one.record["nonce"] for one in (*first, *second)}) == 10
    assert len({one.record["record_id"] for one in (*first, *second)}) == 10
    assert first[0].record["answers"] != second[0].record["answers"], "each act has its own salt"


def test_somebody_elses_word_is_marked_as_that() -> None:
    told = {one.record["type"]: one.record.get("mandate") for one in agreed().records}
    assert told["mandate"] == {"by": "proxy"}
    assert told["declaration"] is None


@pytest.mark.parametrize(
    ("at", "until"), [("2026-11-23T15:30", "2031-11-24"), ("2028-02-28T23:00", "2033-03-01")], ids=["night", "leap"]
)
def test_days_are_those_of_japan(at: str, until: str) -> None:
    act = replace(ACT, at=datetime.fromisoformat(at).replace(tzinfo=UTC))
    (one, *_) = given(SUBJECT, parts(VERSION, "ja"), act).records
    assert one.record["retention"]["until"] == until


def test_what_is_taken_back_names_what_was_given() -> None:
    before = [one.record for one in agreed().records]
    back = withdrawn(before[:2], withdrawal("取りやめます。", "取りやめます。", "ja"), ACT)
    assert back.record["event"] == "withdrawn"
    assert back.record["withdraws"] == [before[0]["record_id"], before[1]["record_id"]]
    assert back.record["transaction"] != before[0]["transaction"]
    assert back.entry.follows == before[0]["transaction"]
    assert "取りやめます。" in back.entry.words
    with pytest.raises(IndexError):
        withdrawn([], withdrawal("x", "x", "ja"), ACT)
