"""Parts: each with the address of its page, as far as they are this person's to change."""

from __future__ import annotations

import pytest

from tests.desk.given import DESK, TownHall


@pytest.mark.parametrize(
    ("roles", "reached"),
    [
        ({"*": ["administrator"]}, {"contacts", "days", "departments/welfare", "departments/residents"}),
        ({"welfare": ["administrator"], "residents": ["approver"]}, {"departments/welfare"}),
    ],
)
def test_the_list_has_what_one_may_change(hall: TownHall, roles: dict[str, list[str]], reached: set[str]) -> None:
    page = hall.inside(hall.person(roles)).get(f"{DESK}/town").text
    every = ("contacts", "days", "departments/welfare", "departments/residents")
    assert {one for one in every if f'href="{DESK}/town/{one}"' in page} == reached
