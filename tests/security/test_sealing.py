"""Sealing: what is sealed for one row opens for that row alone, and only unchanged."""

from __future__ import annotations

import os

import pytest

from portal.security.sealing import Sealer, Unreadable

KEY = os.urandom(32)


def test_what_was_sealed_opens() -> None:
    sealer = Sealer({1: KEY})
    assert sealer.open(sealer.seal("花子".encode(), "case:1"), "case:1") == "花子".encode()


def test_two_boxes_of_the_same_words_differ() -> None:
    sealer = Sealer({1: KEY})
    assert sealer.seal(b"x", "a") != sealer.seal(b"x", "a")


@pytest.mark.parametrize("cut", [0, 1, 2, 14, 20])
def test_a_cut_box_is_unreadable(cut: int) -> None:
    sealer = Sealer({1: KEY})
    with pytest.raises(Unreadable):
        sealer.open(sealer.seal(b"words", "a")[:cut], "a")


def test_another_row_another_key_or_a_changed_bit_is_unreadable() -> None:
    sealer = Sealer({1: KEY})
    box = sealer.seal(b"words", "case:1")
    changed = box[:-1] + bytes([box[-1] ^ 1])
    for opener, sealed, about in [
        (sealer, box, "case:2"),
        (Sealer({1: os.urandom(32)}), box, "case:1"),
        (sealer, changed, "case:1"),
        (Sealer({2: KEY}), box, "case:1"),
    ]:
        with pytest.raises(Unreadable):
            opener.open(sealed, about)


def test_an_old_box_opens_after_the_key_was_changed() -> None:
    old, new = Sealer({1: KEY}), Sealer({1: KEY, 2: os.urandom(32)})
    assert new.open(old.seal(b"words", "a"), "a") == b"words"
    with pytest.raises(Unreadable):
        old.open(new.seal(b"words", "a"), "a")
