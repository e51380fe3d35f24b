"""Tokens: ids that sort by time, secrets that are kept as hashes."""

from __future__ import annotations

import time
from uuid import UUID

import pytest

from portal.security import tokens
from portal.security.tokens import fingerprint, new_id, new_token, same, token_hash


def test_an_id_is_a_uuid_of_version_7() -> None:
    made = UUID(new_id())
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"


def test_ids_sort_in_the_order_they_were_made() -> None:
    ids = [new_id() for _ in range(2000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 2000


def test_ids_go_on_where_the_clock_stands_or_is_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([10**18 + 10**15, *[10**18] * 5000])
    monkeypatch.setattr(tokens, "_last", 0)
    monkeypatch.setattr(time, "time_ns", lambda: next(moments))
    ids = [new_id() for _ in range(5001)]
    assert ids == sorted(ids)
    assert {UUID(id).version for id in ids} == {7}
    assert int(ids[0][:12], 16) == (10**18 + 10**15) // 10**6


def test_tokens_differ_and_are_kept_as_hashes() -> None:
    token = new_token()
    assert token != new_token()
    assert token not in token_hash(token)
    assert len(token_hash(token)) == 64


def test_a_fingerprint_needs_the_secret() -> None:
    assert fingerprint(b"a", "x") == fingerprint(b"a", "x") != fingerprint(b"b", "x")
    assert same("花", "花")
    assert not same("花", "草")
