"""Pages that stand by themselves, and the groups of the header."""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from itertools import count
from typing import Any

from playwright.sync_api import Page

from a11y.elsewhen import answered
from a11y.pages import Named, on, to
from a11y.problem import Came, shown
from a11y.unsent import unsent
from tests.browser.listener import Listener
from tests.browser.resident import answer

_numbers = count(zlib.crc32(str(os.getpid()).encode()) % 10**9)
"""Numbers of no application: each may only be guessed a few times."""


def alone(page: Page, name: str, told: Mapping[str, Any], language: str) -> Named:
    """A page as it opens, with menus or lists open, and its form in error, filled, and sent in vain."""
    path = told["path"].format(language=language)
    if "unsent" in told:
        yield from unsent(page, name, told, language)
        return
    if "page" in told:
        came = answered(told, path, page)
        shown(page, path, Came(came.status_code, came.headers, came.content))
        yield told["page"], name
        return
    page.goto(path)
    yield name, "as it opens"
    if told.get("menus"):
        yield from menus(page, name)
    if told.get("lists"):
        for closed in page.locator("main summary").all():
            closed.click()
        yield name, "lists open"
    if told.get("reads"):
        yield from read(page, name)
    if told.get("wipes"):
        on(page)
        yield name, "wiped"
    if form := told.get("form"):
        on(page)
        yield name, "in error"
        to(page, path)
        answer(page, {part: text.format(number=f"{next(_numbers):010}") for part, text in form.items()})
        yield name, "filled"
        on(page)
        yield name, "not found"


def read(page: Page, name: str) -> Named:
    """Its second sentence being read, the voice halted in the midst of it and the page moved by the reader; and what is
    wanted less often opened."""
    listener = Listener(page)
    listener.press("read")
    listener.press("on")
    listener.halted()
    page.mouse.wheel(0, -1)
    listener.button("follow").wait_for()
    page.evaluate("scrollTo(0, 0)")
    yield name, "being read"
    listener.bar.locator("summary").click()
    yield name, "more of reading open"
    listener.bar.locator("summary").click()


def menus(page: Page, name: str) -> Named:
    """Each group of the header opened."""
    groups = page.locator("header details")
    for n, group in enumerate(("languages", "text sizes", "colours")):
        groups.nth(n).locator("summary").click()
        yield name, f"{group} open"
        groups.nth(n).locator("summary").click()
