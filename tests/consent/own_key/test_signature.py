"""A signature by somebody's own key is checked by what the record says; whatever is changed of it is noticed."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import Any

import pytest

from portal.consent import bundle, log
from portal.consent.findings import Finding, genuine
from portal.consent.own_key.challenge import challenge
from portal.consent.own_key.signature import fits
from portal.consent.verify import verify
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.consent.changes import changes
from tests.consent.given import ANSWERS, TOWN, sealed
from tests.consent.own_key.signing import HERE, countersigned, elsewhere, shown
from tests.security.authenticator import Authenticator

AMISS = ({"flags": 1}, {"flags": 4}, {"host": "example.jp"}, {"origin": "http://example.jp"}, {"cross": True})
"""Where nobody was recognised, nobody was there, the place or the page was another, the page stood within another."""


def fit(passkey: Any, asked: bytes) -> bool:
    """Whether it fits, as `verify` takes it."""
    try:
        return fits(passkey, asked)
    except (ValueError, TypeError, KeyError, AttributeError):
        return False


@pytest.mark.parametrize("kind", [-7, -257])
def test_every_part_of_it_counts(database: Database, keys: Keys, kind: int) -> None:
    with database.writing() as db:
        kept = sealed(db, keys)
    told, asked = shown(kept, Authenticator(kind=kind)), challenge(bundle.records(kept))
    assert fit(told, asked)
    assert not fit(told, bytes(32))
    tried = 0
    for place, changed in changes(told):
        tried += 1
        assert not fit(changed, asked), place
    assert tried > 30


@pytest.mark.parametrize("part", ["authenticator_data", "signature", "public_key"])
def test_every_byte_of_it_counts(database: Database, keys: Keys, part: str) -> None:
    with database.writing() as db:
        kept = sealed(db, keys)
    told, asked = shown(kept), challenge(bundle.records(kept))
    whole = b64decode(told[part])
    for n, byte in enumerate(whole):
        changed = b64encode(whole[:n] + bytes([byte ^ 1]) + whole[n + 1 :]).decode()
        assert not fit({**told, part: changed}, asked), n


@pytest.mark.parametrize("amiss", AMISS)
def test_what_was_signed_elsewhere_or_by_nobody_recognised_does_not_fit(
    database: Database, keys: Keys, amiss: dict[str, Any]
) -> None:
    with database.writing() as db:
        kept = sealed(db, keys)
    assert not fit(elsewhere(kept, **amiss), challenge(bundle.records(kept)))
    assert fit(elsewhere(kept), challenge(bundle.records(kept)))


def test_it_is_in_the_bundle_and_proven(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        kept = sealed(db, keys)
        countersigned(db, keys, kept)
        told = json.loads(json.dumps(bundle.fresh(db, keys, TOWN.code, kept) | {"answers": ANSWERS}))
    trusted = log.verifiers(keys, TOWN.code)
    found = verify(told, trusted)
    assert found[-1] == Finding("passkey", "proven")
    assert genuine(found)
    assert told["records"][-1]["record"]["passkey"]["origin"] == HERE.origin
    for place, changed in changes(told["records"][-1]):
        assert not genuine(verify({**told, "records": [*told["records"][:-1], changed]}, trusted)), place


def test_one_that_was_made_for_another_application_does_not_fit(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        one, other = sealed(db, keys), sealed(db, keys)
        countersigned(db, keys, one, shown(other))
        told = bundle.fresh(db, keys, TOWN.code, one)
    found = verify(told, log.verifiers(keys, TOWN.code))
    assert Finding("passkey", "failed") in found
    assert not genuine(found)
