"""A letter comes out of its envelope as it went in."""

from __future__ import annotations

import pytest

from portal.delivery.envelope import seal_of, unpacked
from tests.delivery.given import envelope


def test_what_was_packed_is_unpacked() -> None:
    letter = envelope(files=("f1", "f2"))
    assert unpacked(letter.municipality, letter.id, letter.packed()) == letter


def test_the_seal_is_the_envelopes_own() -> None:
    assert envelope(id="e1").seal == seal_of("e1") != seal_of("e2")


@pytest.mark.parametrize("broken", [b"", b"{}", b"[]", b"\xff"])
def test_anything_else_is_noticed(broken: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        unpacked("990019", "e1", broken)
