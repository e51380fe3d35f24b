"""The person's own word on what somebody else sent for them, given on the same telephone: every page of it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from playwright.sync_api import Page

from a11y.pages import Named, on, to
from tests.browser.resident import answer, seal

PAGES = frozenset({"ask", "own", "sign", "object", "signed", "revoke"})
TOO_LONG = "長い" * 251
"""More than the office reads."""


def confirmed(page: Page, home: str, number: str, birth: Mapping[str, str], *, yes: bool) -> Named:
    """From the receipt's link to the word; the telephone is handed over on the way."""
    to(page, f"{home}ask/{number}")
    yield "ask", "as it opens"
    on(page)
    yield "ask", "link shown"
    on(page, page.locator('main a[href*="/own/"]'))
    yield "own", "on the other's telephone"
    on(page)
    yield "own", "handed over"
    on(page)
    yield "own", "in error"
    to(page, urlsplit(page.url).path)
    answer(page, birth)
    yield "own", "filled"
    on(page)
    yield "sign", "as it opens"
    yield from _yes(page, home, number) if yes else _no(page, home)


def _yes(page: Page, home: str, number: str) -> Named:
    on(page, seal(page))
    yield "sign", "pressed once"
    on(page, seal(page))
    yield "signed", "a yes"
    to(page, f"{home}revoke/{number}")
    yield "revoke", "as it opens"
    on(page)
    yield "revoke", "ended"


def _no(page: Page, home: str) -> Named:
    on(page, page.locator('main a[href$="/object"]'))
    yield "object", "as it opens"
    answer(page, {"message": TOO_LONG})
    on(page)
    yield "object", "in error"
    to(page, f"{home}object")
    answer(page, {"message": "頼んでいません"})
    yield "object", "filled"
    on(page)
    yield "signed", "a no"
