"""Every fault put in on purpose is found by its check, and nothing is found before it is put in."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from a11y.check import State, Variant, checks
from a11y.guard import Good, Seeded, looking, seeded
from a11y.variants import shown

pytestmark = pytest.mark.long

STATES = (("status", "filled"), ("listening", "being read"))
"""Where a check is tried: at the first of these that it looks at."""
VARIANTS = (Variant(), *(Variant(look=look) for look in ("high", "reduced-motion", "forced-colors", "print")))
LEFT = """() => ({
  html: document.documentElement.outerHTML,
  typed: [...document.querySelectorAll("input, textarea")].map((it) => [it.value, it.checked]),
  focus: document.activeElement.id,
  window: [innerWidth, innerHeight, scrollX, scrollY, devicePixelRatio],
  sheets: document.adoptedStyleSheets.length,
  media: ["print", "(forced-colors: active)", "(prefers-reduced-motion: reduce)", "(prefers-color-scheme: dark)"]
    .map((it) => matchMedia(it).matches),
})"""
"""What a check must leave as it was."""


@pytest.fixture(scope="module")
def good(browser: Browser, address: str) -> Good:
    """Good pages, one at a time."""
    return Good(lambda variant: shown(browser, address, variant))


@pytest.mark.parametrize("one", seeded("look"), ids=str)
def test_a_fault_on_a_page_is_found(good: Good, one: Seeded) -> None:
    before, found = looking(good, checks()[one.check], one.fault)
    assert not before, "the page before the fault is not clean"
    assert found


@pytest.mark.parametrize("name", [name for name, check in checks().items() if check.look])
def test_a_check_leaves_the_page_as_found(good: Good, name: str) -> None:
    check = checks()[name]
    state = next(one for one in (State(*it, variant) for it in STATES for variant in VARIANTS) if check.at(one))
    page = good.standing(state)
    before = page.evaluate(LEFT)
    assert check.look
    list(check.look(page, state))
    assert page.evaluate(LEFT) == before


def test_every_check_has_a_fault_to_find() -> None:
    assert not [name for name, check in checks().items() if not check.faults]
    assert not [name for name, check in checks().items() if [check.look, check.way, check.read].count(None) != 2]
