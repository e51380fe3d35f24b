"""Keys: made once, read by their owner alone, a different one for every town."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from portal.security.keys import Keys, derived
from portal.security.sealing import Unreadable


def test_the_second_start_reads_the_keys_of_the_first(tmp_path: Path) -> None:
    first, second = Keys.load(tmp_path / "keys"), Keys.load(tmp_path / "keys")
    assert second.pepper == first.pepper
    assert second.town("990019").open(first.town("990019").seal(b"x", "a"), "a") == b"x"


def test_only_the_owner_may_read_them(tmp_path: Path) -> None:
    Keys.load(tmp_path / "keys")
    assert stat.S_IMODE((tmp_path / "keys" / "keys.json").stat().st_mode) == 0o600
    assert os.listdir(tmp_path / "keys") == ["keys.json"]


def test_no_town_opens_anothers_boxes(keys: Keys) -> None:
    with pytest.raises(Unreadable):
        keys.town("990027").open(keys.town("990019").seal(b"x", "a"), "a")


def test_a_second_master_seals_anew_and_keeps_the_old_readable(tmp_path: Path) -> None:
    old = Keys.load(tmp_path).town("990019").seal(b"x", "a")
    path = tmp_path / "keys.json"
    kept = json.loads(path.read_text())
    kept["masters"]["2"] = os.urandom(32).hex()
    path.write_text(json.dumps(kept))
    rotated = Keys.load(tmp_path).town("990019")
    assert rotated.open(old, "a") == b"x"
    assert rotated.seal(b"x", "a")[1] == 2


def test_keys_are_derived_as_rfc_5869_says() -> None:
    wanted = HKDF(SHA256(), 32, salt=None, info=b"town:990019").derive(b"secret")
    assert derived(b"secret", "town:990019") == wanted


def test_each_generation_has_its_own_secret_for_a_purpose() -> None:
    one, two = Keys({1: b"1" * 32}, b""), Keys({1: b"1" * 32, 2: b"2" * 32}, b"")
    assert one.seeds("log:990019") == two.seeds("log:990019")[1:], "the newest first"
    assert len({*two.seeds("log:990019"), *two.seeds("log:990027"), *two.seeds("town:990019")}) == 6
