"""The person's own word on what somebody else sent for them: a yes on the same telephone, a no on their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from playwright.sync_api import Page

from a11y.pages import Named, on, to
from portal.preferences import COOKIE
from tests.browser.resident import answer, seal

PAGES = frozenset({"ask", "own", "sign", "object", "signed", "revoke"})
TOO_LONG = "長い" * 251
"""More than the office reads."""


def confirmed(page: Page, home: str, number: str, birth: Mapping[str, str], *, yes: bool) -> Named:
    """From the receipt's link to the word."""
    to(page, f"{home}ask/{number}")
    yield "ask", "as it opens"
    on(page)
    yield "ask", "link shown"
    link = str(page.locator('main a[href*="/own/"]').get_attribute("href"))
    yield from _handed(page, link) if yes else _sent(page, link)
    on(page)
    yield "own", "in error"
    to(page, urlsplit(page.url).path)
    answer(page, birth)
    yield "own", "filled"
    on(page)
    yield "sign", "as it opens"
    yield from _yes(page, home, number) if yes else _no(page, home)


def _handed(page: Page, link: str) -> Named:
    """The link is opened where it was made, and the telephone given to the person."""
    to(page, link)
    yield "own", "on the other's telephone"
    on(page)
    yield "own", "handed over"


def _sent(page: Page, link: str) -> Named:
    """The link was sent to the person's own telephone."""
    page.context.clear_cookies(name=re.compile(f"^(?!{COOKIE}$)"))
    to(page, link)
    yield "own", "as it opens"


def _yes(page: Page, home: str, number: str) -> Named:
    on(page, seal(page))
    yield "sign", "pressed once"
    on(page, seal(page))
    yield "signed", "a yes"
    to(page, f"{home}revoke/{number}")
    yield "revoke", "as it opens"
    on(page)
    yield "revoke", "ended"
    to(page, f"{home}signed")
    yield "signed", "ended"


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
