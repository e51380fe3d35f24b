"""A letter comes out of its envelope as it went in."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from portal.delivery.envelope import WEBHOOK, Enclosure, Paper, seal_of, unpacked
from tests.delivery.given import envelope

BYTES = (b"", b"\n\n", "花".encode(), b"\xff\x00{")


def test_what_was_packed_is_unpacked() -> None:
    letter = envelope(
        files=("f1", "f2"), sender="市", html="<p>届きました</p>\n", papers=(Paper("a.pdf", "case", {"a": ["あ"]}),)
    )
    assert unpacked(letter.municipality, letter.id, letter.packed()) == letter


def test_enclosures_of_any_bytes_stay_apart() -> None:
    several = tuple(Enclosure(f"{n}.bin", "application/octet-stream", bytes) for n, bytes in enumerate(BYTES))
    letter = envelope(text="一行目\n二行目\u2028", enclosures=several)
    assert unpacked(letter.municipality, letter.id, letter.packed()) == letter


def test_an_envelope_of_an_earlier_version_still_leaves() -> None:
    letter = envelope()
    (enclosed,) = letter.enclosures
    words = {**asdict(letter), "enclosures": [[enclosed.name, enclosed.media_type, enclosed.content.decode()]]}
    for later in ("html", "channel", "key"):
        del words[later]
    assert unpacked(letter.municipality, letter.id, json.dumps(words).encode()) == letter


def test_what_was_waiting_from_an_earlier_version_hands_over_the_case_it_is_about() -> None:
    words = asdict(envelope(about="case-1", enclosures=()))
    del words["hands_over"]
    assert unpacked("990019", "e1", json.dumps(words).encode()).hands_over == ("case-1",)
    words["about"] = "witness:2026-11-24:news@example.jp"
    assert unpacked("990019", "e1", json.dumps(words).encode()).hands_over == ()


def test_a_letter_keeps_its_channel_and_its_key() -> None:
    letter = envelope(channel=WEBHOOK, key="welfare")
    assert unpacked(letter.municipality, letter.id, letter.packed()) == letter


def test_the_seal_is_the_envelopes_own() -> None:
    assert envelope(id="e1").seal == seal_of("e1") != seal_of("e2")


@pytest.mark.parametrize("broken", [b"", b"{}", b"[]", b"\xff", envelope().packed()[:-1], envelope().packed() + b"!"])
def test_anything_else_is_noticed(broken: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        unpacked("990019", "e1", broken)
