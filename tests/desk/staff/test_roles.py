"""Roles in words and as boxes."""

from __future__ import annotations

from portal.accounts.staff.role import ROLES
from portal.desk.staff.roles import MEANINGS, NAMES
from tests.desk.given import DESK, TownHall


def test_every_role_is_named_and_explained() -> None:
    assert NAMES.keys() == MEANINGS.keys() == ROLES.keys()


def test_are_told_by_department_in_the_towns_order(hall: TownHall) -> None:
    browser = hall.inside(hall.person({"gone": ["reader"], "welfare": ["clerk", "reader"], "*": ["auditor"]}))
    page = browser.get(f"{DESK}/").text
    order = [page.index(words) for words in ("すべての課", "見る人、受けつける人", "gone")]
    assert order == sorted(order)
