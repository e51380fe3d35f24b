"""Every page, state and part that a message was seen on has its name."""

from __future__ import annotations

from portal.desk.translations import names
from portal.language.translating import seen

SEEN = [*seen.places().values()]


def test_every_state_is_told() -> None:
    states = {one.state.partition(", ")[0] for one in SEEN}
    assert [one for one in states if one not in names.WHEN and not one.endswith(names.READ_BACK)] == []


def test_every_part_and_everything_else_is_told() -> None:
    assert {one.place for one in SEEN} == names.WHAT.keys()
    assert {kind for _, kind in seen.KINDS} | {seen.used(())} == names.USED.keys()


def test_every_page_of_a_town_is_told() -> None:
    assert {one.page for one in SEEN if "/" not in one.page or one.page.startswith("problem/")} <= names.PAGES.keys()
