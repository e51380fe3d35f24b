"""What is signed with a key: all records of an act, and no other."""

from __future__ import annotations

import hashlib
import json

import pytest

from portal.consent.own_key.challenge import challenge, written

ONE, OTHER = ({"municipality": "990019", "record_id": id} for id in "ab")


def leaf(record: dict[str, str]) -> str:
    """A leaf by RFC 9162, written out."""
    return hashlib.sha256(b"\0" + json.dumps(record, separators=(",", ":")).encode()).hexdigest()


def test_it_is_the_hash_of_the_leaves_of_one_log() -> None:
    told = json.dumps({"leaves": [leaf(ONE), leaf(OTHER)], "log": "yorisoi/990019"}, separators=(",", ":"))
    assert challenge([ONE, OTHER]) == hashlib.sha256(told.encode()).digest()


def test_other_records_another_order_or_fewer_are_another() -> None:
    assert len({challenge([ONE, OTHER]), challenge([OTHER, ONE]), challenge([ONE]), challenge([OTHER])}) == 4
    with pytest.raises(IndexError):
        challenge([])


def test_it_is_written_as_browsers_write_it() -> None:
    assert written(b"\xfb\xff" + bytes(30)) == "-_8" + "A" * 40
