"""The watchers are watched: faults put into a good page on purpose must be found."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page

from a11y.test_axe import faults

GOOD = "/ja/kasumigahama/status"
FAULTS: Mapping[str, tuple[str, str]] = {
    "a box without its label": ("label", "document.querySelector('main label[for=number]').remove()"),
    "letters too pale": ("color-contrast", "document.querySelector('main h1').style.color = '#bbb'"),
    "an unknown language": ("html-has-lang", "document.documentElement.removeAttribute('lang')"),
    "no title": ("document-title", "document.title = ''"),
    "a picture nobody can hear": ("image-alt", "document.querySelector('main').append(new Image(40, 40))"),
    "two h1": ("page-has-heading-one", "document.querySelector('main h1').outerHTML = '<p>?</p>'"),
    "zoom forbidden": (
        "meta-viewport",
        "document.querySelector('meta[name=viewport]').content = 'width=device-width, user-scalable=no'",
    ),
    "hidden, yet in the way of the Tab key": (
        "aria-hidden-focus",
        "document.querySelector('main .go').setAttribute('aria-hidden', 'true')",
    ),
    "buttons too small and too close": (
        "target-size",
        "document.querySelectorAll('main .go, main .quiet, main input').forEach((it) => {"
        "it.style.cssText = 'all: unset; display: block; width: 9px; height: 9px; overflow: hidden'; })",
    ),
    "a list that is none": ("list", "document.querySelector('main').innerHTML += '<ul><p>?</p></ul>'"),
    "text outside every landmark": ("region", "document.body.insertAdjacentHTML('beforeend', '<p>どこにもない</p>')"),
}


@pytest.mark.parametrize(("rule", "fault"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_found(page: Page, rule: str, fault: str) -> None:
    page.goto(GOOD)
    assert not faults(page)
    page.evaluate(fault)
    assert rule in {found.partition(":")[0] for found in faults(page)}
