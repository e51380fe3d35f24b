"""Siteimprove's Alfa, which follows the W3C's ACT rules word by word, finds nothing amiss and leaves nothing open."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.opinions.opinion import BUILT, Opinion, asked, counted, opinion

BUNDLE = BUILT / "alfa.js"


def hear(page: Page, _state: State) -> Iterator[Opinion]:
    """What failed; doubts are questions that only a person can answer."""
    for level, rule, message, element in asked(page, BUNDLE, "alfa", "() => alfa()"):
        yield opinion("alfa", level, rule, message, element)


CHECK = Check(
    protects=__doc__ or "",
    criteria=(),
    look=counted(hear),
    faults=(
        Fault("a box without its label", "document.querySelector('main label[for=number]').remove()"),
        Fault("letters too pale", "document.querySelector('main h1').style.color = '#bbb'"),
        Fault("no title", "document.title = ''"),
        Fault(
            "a small button",
            "document.querySelector('main .go').style.cssText = 'all: unset; display: block; width: 9px; height: 9px'",
        ),
    ),
)
