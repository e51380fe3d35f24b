"""Every fault put in on purpose is found by its check, and nothing is found before it is put in."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from a11y.check import KANA, Fault, State, Variant, checks
from a11y.guard import STANDING, Good, looking, seeded
from a11y.variants import shown

pytestmark = pytest.mark.long

STATES = (("status", "filled"), ("listening", "being read"))
"""Where a check is tried: at the first of these that it looks at."""
LOOKED = ("high", "reduced-motion", "forced-colors", "print")
VARIANTS = (Variant(), *(Variant(look=look) for look in LOOKED), Variant(beside=KANA))


def tried(name: str) -> State:
    """Where a check is tried."""
    return next(one for one in (State(*it, variant) for it in STATES for variant in VARIANTS) if checks()[name].at(one))


# One test for all that belongs to one state: pages are shown anew as seldom as can be, in whatever order tests come.
FAULTS = {one.state: [it for it in seeded("look") if it.state == one.state] for one in seeded("look")}
LOOKS = [name for name, check in checks().items() if check.look]
TRIED = {tried(name): [it for it in LOOKS if tried(it) == tried(name)] for name in LOOKS}


@pytest.fixture(scope="module")
def good(browser: Browser, address: str) -> Good:
    """Good pages, one at a time."""
    return Good(lambda variant: shown(browser, address, variant))


@pytest.mark.parametrize("state", FAULTS, ids=str)
def test_faults_on_a_page_are_found(good: Good, state: State) -> None:
    told = {str(one): looking(good, one) for one in FAULTS[state]}
    assert not {name: before for name, (before, _) in told.items() if before}, "the page before the fault is not clean"
    assert not [name for name, (_, found) in told.items() if not found], "nobody finds the fault"


@pytest.mark.parametrize("state", TRIED, ids=str)
def test_checks_leave_a_page_as_found(good: Good, state: State) -> None:
    for name in TRIED[state]:
        page, look = good.standing(state), checks()[name].look
        before = page.evaluate(STANDING)
        assert look
        list(look(page, state))
        assert page.evaluate(STANDING) == before, name


@pytest.mark.parametrize(
    ("script", "undone"),
    [
        ("document.querySelector('main h1').outerHTML = '<h2>様子</h2>'; document.title = ''", True),
        ("document.querySelector('main form').innerHTML += '<p>?</p>'; document.documentElement.lang = 'en'", True),
        ("document.querySelector('#number').value = '1'", False),
        ("window.fault = 1", False),
    ],
)
def test_a_page_is_good_again_once_a_fault_is_out(good: Good, script: str, undone: bool) -> None:
    state = State("status", "as it opens")
    page = good.standing(state)
    before = page.evaluate(STANDING)
    page.evaluate("window.yorisoiHere = true")
    with good.faulty(state, Fault("", script)) as page:
        assert page.evaluate(STANDING) != before or "window" in script
    page = good.standing(state)
    assert page.evaluate(STANDING) == before
    assert page.evaluate("window.yorisoiHere === true") == undone, "fetched anew only where it must be"


def test_a_fault_that_was_left_in_spoils_the_page(good: Good) -> None:
    state = State("status", "as it opens")
    with pytest.raises(ZeroDivisionError), good.faulty(state, Fault("", "document.title = ''")):
        _ = 1 / 0
    assert good.standing(state).title()


def test_every_check_has_a_fault_to_find() -> None:
    assert not [name for name, check in checks().items() if not check.faults]
    assert not [name for name, check in checks().items() if [check.look, check.way, check.read].count(None) != 2]


def test_a_fault_is_put_where_its_check_looks() -> None:
    assert not [str(one) for one in seeded("look") if not checks()[one.check].at(one.state)]
