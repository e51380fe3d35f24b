"""axe finds nothing on any page in any state: WCAG 2.2 A and AA, target size included."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from a11y import walk

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {"target-size": {"enabled": True}}}


@pytest.mark.parametrize("language", walk.PAGES["languages"])
@pytest.mark.parametrize("name", walk.PAGES["alone"])
def test_a_page_by_itself(page: Page, name: str, language: str) -> None:
    judged(page, walk.alone(page, walk.PAGES["alone"][name], language))


@pytest.mark.parametrize("language", walk.PAGES["languages"])
@pytest.mark.parametrize("name", walk.PAGES["journeys"])
def test_every_page_of_a_way(page: Page, name: str, language: str) -> None:
    judged(page, walk.journey(page, walk.PAGES["journeys"][name], language))


@pytest.mark.parametrize("comfort", walk.PAGES["comforts"])
@pytest.mark.parametrize("name", list(walk.PAGES["journeys"])[:1])
def test_every_comfort(opened: Callable[..., Page], name: str, comfort: str) -> None:
    page = opened(comfort=comfort)
    judged(page, walk.journey(page, walk.PAGES["journeys"][name], "ja"))


def judged(page: Page, states: Iterator[str]) -> None:
    """Let axe look at every state; all that it finds is told at once."""
    found = [f"{state}: {fault}" for state in states for fault in faults(page)]
    assert not found, "\n".join(found)


def faults(page: Page) -> list[str]:
    """What axe finds: rule, what it wants, where."""
    violations = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{v['id']}: {v['help']}: {node['target']}" for v in violations for node in v["nodes"]]
