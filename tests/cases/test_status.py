"""A case moves only along the table, and every stand has its words."""

from __future__ import annotations

from portal.cases.status import MOVES, NAMES, RECEIVED


def test_every_stand_has_a_name_and_every_move_leads_to_a_stand() -> None:
    assert MOVES.keys() == NAMES.keys()
    assert {to for moves in MOVES.values() for to in moves} <= MOVES.keys()


def test_everything_begins_received_and_can_be_reached_from_there() -> None:
    reached = {RECEIVED}
    while more := {to for at in reached for to in MOVES[at]} - reached:
        reached |= more
    assert reached == MOVES.keys()
