"""Checking: a whole bundle is proven, and whatever is changed anywhere in it is noticed."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from portal.consent import bundle, log
from portal.consent.checkpoint import Verifier
from portal.consent.findings import CHANGED, GENUINE, Finding, genuine, sentences
from portal.consent.proof import consistency
from portal.consent.verify import Beside, Older, verify
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.consent.changes import changes
from tests.consent.given import ANSWERS, SUBJECT, TOWN, sealed
from tests.consent.own_key.signing import countersigned, stood_by
from tests.consent.test_bundle import took_back

Given = tuple[dict[str, Any], tuple[Verifier, ...]]


@pytest.fixture(params=["ja", "en"])
def given(request: pytest.FixtureRequest, database: Database, keys: Keys) -> Given:
    """A whole bundle, with answers and something taken back, as JSON brings it; and the town's keys."""
    with database.writing() as db:
        kept = sealed(db, keys, request.param)
        sealed(db, keys)
        countersigned(db, keys, kept)
        stood_by(db, keys, kept)
    took_back(database, keys, kept, "news")
    with database.reading() as db:
        told = bundle.fresh(db, keys, TOWN.code, kept) | {"answers": ANSWERS}
    return json.loads(json.dumps(told)), log.verifiers(keys, TOWN.code)


def test_a_whole_bundle_is_proven(given: Given) -> None:
    found = verify(*given)
    assert [one.what for one in found] == ["signature", "place", "words", "answers", "back", "passkey", "witness"]
    assert {one.state for one in found} == {"proven"}
    assert next(sentences(found)) == GENUINE


def test_whatever_is_changed_is_noticed(given: Given) -> None:
    whole, keys = given
    tried = 0
    for place, changed in changes(whole):
        tried += 1
        found = verify(changed, keys)
        assert not genuine(found), place
        assert next(sentences(found)) == CHANGED
    assert tried > 500


def test_without_answers_nothing_is_said_of_them(given: Given) -> None:
    whole, keys = given
    found = verify(bundle.without_secrets(whole), keys)
    assert Finding("answers", "left") in found
    assert genuine(found)
    no_answers = {key: value for key, value in whole.items() if key != "answers"}
    assert Finding("answers", "left") in verify(no_answers, keys), "a name and a salt are no answers"


@pytest.mark.parametrize("secret", ["salt", "answers"])
def test_answers_without_their_salt_prove_nothing(given: Given, secret: str) -> None:
    whole, keys = given
    found = verify(bundle.without_secrets(whole) | {"answers": whole["answers"], "salt": "00" * 32}, keys)
    assert Finding("answers", "failed") in found
    assert Finding("answers", "failed") in verify(bundle.without_secrets(whole) | {"answers": whole["answers"]}, keys)


@pytest.mark.parametrize(
    "nothing",
    [
        None,
        [],
        {},
        1,
        "x",
        {"v": 1},
        {"v": 1, "records": [], "checkpoint": ""},
        {"v": 1, "records": 3, "checkpoint": 3},
    ],
)
def test_what_is_no_bundle_says_so(nothing: Any) -> None:
    assert verify(nothing, []) == [Finding("shape", "failed")]
    assert not genuine(verify(nothing, []))


def test_records_of_two_acts_do_not_mix(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        one, other = sealed(db, keys), sealed(db, keys)
        one, other = (bundle.without_secrets(bundle.fresh(db, keys, TOWN.code, each)) for each in (one, other))
    trusted = log.verifiers(keys, TOWN.code)
    mixed = [one["records"][:-1] + other["records"][-1:], one["records"] + other["records"], one["records"][:-1]]
    mixed.append(one["records"] + one["records"][:1])
    for records in mixed:
        assert Finding("together", "failed") in verify(one | {"records": records}, trusted)


def test_something_taken_back_must_have_been_given(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        one, other = sealed(db, keys), sealed(db, keys)
    took_back(database, keys, other)
    with database.reading() as db:
        one, other = (bundle.fresh(db, keys, TOWN.code, each) for each in (one, other))
    foreign = one | {"records": one["records"] + other["records"][-1:]}
    assert Finding("back", "failed") in verify(foreign, log.verifiers(keys, TOWN.code))


def test_a_key_nobody_trusts_proves_nothing(given: Given, tmp_path: Path) -> None:
    whole, _ = given
    assert not genuine(verify(whole, []))
    assert not genuine(verify(whole, log.verifiers(Keys.load(tmp_path / "others"), TOWN.code)))


@pytest.mark.both_databases
def test_the_log_is_held_against_another_day(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        old, new = sealed(db, keys), sealed(db, keys)
        going_on = tuple(log.proof(db, TOWN.code, consistency(5, 10)))
    trusted = log.verifiers(keys, TOWN.code)

    def held(ours: Any, theirs: Any, proof: tuple[bytes, ...]) -> str:
        found = verify(ours, trusted, Beside(Older(theirs["checkpoint"], proof)))
        return found[-1].state

    assert held(new, old, going_on) == "proven"
    assert held(old, new, going_on) == "proven", "whichever is older"
    assert held(new, new, ()) == "proven"
    assert held(new, old, ()) == "left", "without a proof nothing is said"
    assert held(new, old, going_on[1:]) == "failed"
    assert held(new, old | {"checkpoint": old["checkpoint"].replace("\n5\n", "\n4\n")}, going_on) == "failed"


def test_a_log_written_anew_does_not_go_on(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        old = sealed(db, keys)
    trusted = log.verifiers(keys, TOWN.code)
    forged = log.checkpoint(keys, TOWN.code, log.Edge(5, (b"x" * 32, b"y" * 32)))
    found = verify(old, trusted, Beside(Older(forged)))
    assert found[-1] == Finding("older", "failed")
    assert not genuine(found)


def test_files_are_held_against_what_was_sent(given: Given) -> None:
    whole, keys = given
    assert verify(whole, keys, Beside(files=[b"another photo"]))[-1] == Finding("files", "failed")


def test_files_that_were_sent_are_known(database: Database, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = b"\xff\xd8photo"
    sent = replace(SUBJECT, attachments=(sha256(photo).hexdigest(),))
    monkeypatch.setattr("tests.consent.given.SUBJECT", sent)
    with database.writing() as db:
        kept = sealed(db, keys)
    found = verify(kept, log.verifiers(keys, TOWN.code), Beside(files=[photo]))
    assert found[-1] == Finding("files", "proven")


STRANGE: tuple[dict[str, Any], ...] = (
    {"witnesses": []},
    {"witnesses": ["0192" * 8]},
    {"actor": {"role": "self", "staff": "0192" * 8}},
    {"verification": {"method": "receipt"}},
    {"verification": {}},
)
"""Records of standing by that no town would have written."""


@pytest.mark.parametrize("amiss", STRANGE, ids=str)
def test_standing_by_is_a_role_of_its_own_about_all_of_one_act(
    database: Database, keys: Keys, amiss: dict[str, Any]
) -> None:
    with database.writing() as db:
        kept = sealed(db, keys)
        stood_by(db, keys, kept, **amiss)
        found = verify(bundle.fresh(db, keys, TOWN.code, kept), log.verifiers(keys, TOWN.code))
    assert Finding("witness", "failed") in found
    assert not genuine(found)


def test_who_stood_by_gives_no_consent(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        kept = sealed(db, keys)
        stood_by(db, keys, kept)
        whole = bundle.fresh(db, keys, TOWN.code, kept)
    alone = whole | {"records": whole["records"][-1:]}
    assert Finding("together", "failed") in verify(alone, log.verifiers(keys, TOWN.code))
