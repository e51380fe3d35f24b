"""Tokens: ids that sort by time, secrets that are kept as hashes."""

from __future__ import annotations

from uuid import UUID

from portal.security.tokens import fingerprint, new_id, new_token, same, token_hash


def test_an_id_is_a_uuid_of_version_7() -> None:
    made = UUID(new_id())
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"


def test_ids_sort_by_the_time_they_were_made() -> None:
    ids = [new_id() for _ in range(200)]
    assert [id[:12] for id in ids] == sorted(id[:12] for id in ids)
    assert len(set(ids)) == 200


def test_tokens_differ_and_are_kept_as_hashes() -> None:
    token = new_token()
    assert token != new_token()
    assert token not in token_hash(token)
    assert len(token_hash(token)) == 64


def test_a_fingerprint_needs_the_secret() -> None:
    assert fingerprint(b"a", "x") == fingerprint(b"a", "x") != fingerprint(b"b", "x")
    assert same("花", "花")
    assert not same("花", "草")
