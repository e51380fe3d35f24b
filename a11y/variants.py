"""How a variant is put on: cookie, address and what the browser says of the person's system; and which there are."""

from __future__ import annotations

import os
from itertools import count
from typing import Any

from playwright.sync_api import Browser, Page, expect

from a11y.check import LOOKS, Variant
from a11y.pages import PAGES
from portal.language.words import CODES
from portal.preferences import COOKIE, DEFAULT, TEXT
from tests.browser.resident import PHONE

PATIENCE = 60_000
"""Milliseconds a page may take, and what it does after: what comes costs nothing, however slow the machine."""
expect.set_options(timeout=PATIENCE)

_callers = count()


def shown(browser: Browser, address: str, variant: Variant = Variant(), **wishes: Any) -> Page:
    """A page in a browser context of its own that shows everything in this variant. On paper: see walk.walked."""
    # Nothing is kept for later, and so nothing is told of it some seconds after a page has come.
    system: dict[str, Any] = {"locale": "ja-JP", "service_workers": "block", **PHONE}
    if variant.look == "forced-colors":
        system["forced_colors"] = "active"
    if variant.look == "reduced-motion":
        system["reduced_motion"] = "reduce"
    # Wrong numbers are counted by the address they come from: every walk has one of its own.
    system["extra_http_headers"] = {"X-Forwarded-For": f"198.18.{os.getpid() % 256}.{next(_callers) % 256}"}
    context = browser.new_context(base_url=address, **{**system, **wishes})
    context.set_default_timeout(PATIENCE)
    if variant.preferences != DEFAULT:
        context.add_cookies([{"name": COOKIE, "value": variant.preferences.cookie, "url": address}])
    return context.new_page()


ALWAYS = ("ja", "ja-simple", "en")
"""Languages of every round; the others join the rounds of the families in turn."""
ROUND = len(LOOKS)
"""Variants each state is judged in: one for each look."""


def _places(family: int) -> list[int]:
    """Which of the languages of every round each variant of a family's has; the last place is for another in turn."""
    return [(2 * n + n // 3 + family) % (len(ALWAYS) + 1) for n in range(ROUND)]


def languages(family: int) -> tuple[str, ...]:
    """The language of each variant of a family's round; the others are met one after another through all families."""
    others = [code for code in CODES if code not in ALWAYS]
    turn = count(sum(_places(earlier).count(len(ALWAYS)) for earlier in range(family)))
    return tuple(
        ALWAYS[place] if place < len(ALWAYS) else others[next(turn) % len(others)] for place in _places(family)
    )


def covering(family: int) -> tuple[Variant, ...]:
    """The round of the family with this number: each look, size and language at least once.

    Sizes and languages are turned on from family to family, so that five families meet every pair of look, size and
    language.
    """
    spoken = languages(family)
    return tuple(Variant(spoken[n], TEXT[(n + family) % len(TEXT)], look) for n, look in enumerate(LOOKS))


def beside(family: str) -> tuple[Variant, ...]:
    """How a family is looked at besides, with something beside its words; easy Japanese has kana in its round."""
    return tuple(Variant.read(told) for told, families in PAGES["beside"].items() if family in families)
