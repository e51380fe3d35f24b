"""On a walk a state is asked once and a kind looked at once; whoever stands alone looks anew each time."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from a11y.check import Variant
from a11y.memory import is_new, once, way
from a11y.walk import Walk, walked


def test_a_state_is_asked_once_and_the_next_one_anew(opened: Callable[..., Page]) -> None:
    page, asked = opened(), []
    with way(page) as moved_on:
        for _ in range(2):
            once(page, "tree", asked.append)
        moved_on()
        once(page, "tree", asked.append)
    assert len(asked) == 2


def test_a_kind_is_new_once_on_each_walk_and_for_each_check(opened: Callable[..., Page]) -> None:
    page = opened()
    for _ in range(2):
        with way(page) as moved_on:
            assert is_new(page, "edges", "button")
            moved_on()
            assert not is_new(page, "edges", "button")
            assert is_new(page, "focus_visible", "button")


def test_without_a_walk_nothing_is_remembered(opened: Callable[..., Page]) -> None:
    page, asked = opened(), []
    for _ in range(2):
        once(page, "tree", asked.append)
        assert is_new(page, "edges", "button")
    assert len(asked) == 2


def test_every_walk_remembers_and_forgets_at_its_end(opened: Callable[..., Page]) -> None:
    page = opened()
    for _ in walked(page, Walk("alone", "preferences", "alone"), Variant()):
        is_new(page, "edges", "button")
        assert not is_new(page, "edges", "button")
    assert is_new(page, "edges", "button")
