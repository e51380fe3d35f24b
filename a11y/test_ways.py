"""Nothing is found on the shortest whole way or in the sources, until a fault is put in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from a11y.check import checks
from a11y.guard import Seeded, journey, on_the_way, reading, seeded
from a11y.pages import PAGES
from a11y.sources import sources

pytestmark = pytest.mark.long


@pytest.mark.parametrize("name", [name for name, check in checks().items() if check.way])
class TestAWay:
    def test_is_clean(self, opened: Callable[..., Page], name: str) -> None:
        way = checks()[name].way
        assert way
        assert not [*way(opened, journey())]


@pytest.mark.parametrize("name", ["keys_only", "touch_only", "no_script"])
class TestTheBenefit:
    def test_anyone_can_finish(self, opened: Callable[..., Page], name: str) -> None:
        way = checks()[name].way
        assert way
        assert not [*way(opened, PAGES["journeys"]["benefit-alone"])]


@pytest.mark.parametrize("one", seeded("way"), ids=str)
class TestAFaultOnTheWay:
    def test_is_found(self, opened: Callable[..., Page], one: Seeded) -> None:
        assert next(on_the_way(opened, checks()[one.check], one.fault), None)


@pytest.mark.parametrize("name", [name for name, check in checks().items() if check.read])
def test_nothing_is_found_in_the_sources(name: str) -> None:
    read = checks()[name].read
    assert read
    assert not [*read(sources())]


@pytest.mark.parametrize("one", seeded("read"), ids=str)
def test_a_fault_in_the_sources_is_found(one: Seeded) -> None:
    assert reading(checks()[one.check], one.fault)
