"""What the office may ask for is what the table of moves has."""

from __future__ import annotations

from typing import get_args

from portal.api.v1.shapes.office import NewStatus
from portal.cases.status import MOVES, by_office


def test_every_move_of_the_office_can_be_asked_for() -> None:
    asked = {*get_args(NewStatus.model_fields["id"].annotation)}
    assert asked == {to for status in MOVES for to in by_office(status)}
