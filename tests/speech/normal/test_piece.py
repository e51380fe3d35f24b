"""Pieces: woven into the sentence, the first to claim a part has it."""

from __future__ import annotations

import re

from portal.speech.normal.piece import Piece, groups, woven


def test_what_nobody_claims_stays() -> None:
    assert woven("住民票", []).origin == (0, 1, 2)


def test_a_longer_piece_spreads_over_what_it_stands_for() -> None:
    said = woven("a12b", [lambda _: [Piece(1, 3, "wxyz")]])
    assert (said.heard, said.origin) == ("awxyzb", (0, 1, 1, 2, 2, 3))


def test_the_first_to_claim_has_it() -> None:
    said = woven("abc", [lambda _: [Piece(1, 2, "X")], lambda _: [Piece(0, 2, "Y"), Piece(2, 3, "Z")]])
    assert said.heard == "aXZ"


def test_silence_leaves_a_gap() -> None:
    said = woven("a★b", [lambda _: [Piece(1, 2, "")]])
    assert (said.heard, said.origin) == ("ab", (0, 2))


def test_groups_share_a_match_among_them() -> None:
    found = re.search("(9):(30)(:00)?", "at 9:30")
    assert found
    assert list(groups(found, "9時", "30分", "")) == [Piece(3, 5, "9時"), Piece(5, 7, "30分")]
