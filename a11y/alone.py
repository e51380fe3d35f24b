"""Pages that stand by themselves, and the groups of the header."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Mapping
from itertools import count
from typing import Any

from playwright.sync_api import Page

from a11y.counter import counter
from a11y.elsewhen import answered
from a11y.pages import Named, on, to
from a11y.problem import Came, shown
from a11y.settled import settled
from a11y.unsent import unsent
from tests.browser.listener import Listener
from tests.browser.resident import answer, onward

_numbers = count(zlib.crc32(str(os.getpid()).encode()) % 10**9)
"""Numbers of no application: each may only be guessed a few times."""
OF_THEIR_OWN = {"unsent": unsent, "settled": settled, "counter": counter}
"""Walks that are more than one page, by what pages.yaml tells of them."""
KEPT = """() => {
  const told = document.querySelector("main .stored");
  told.textContent = told.dataset.told.replace("{n}", 12);
  told.hidden = false;
}"""
"""What static/components/stored.js says once it knows; in a round nothing is kept."""
LEFT = re.compile(rb'data-turn="\d+"')
"""In how many seconds one's turn comes."""


def alone(page: Page, name: str, told: Mapping[str, Any], language: str) -> Named:
    """A page as it opens, with menus or lists open, and its form in error, filled, and sent in vain."""
    path = told["path"].format(language=language)
    if of_its_own := next((walk for key, walk in OF_THEIR_OWN.items() if key in told), None):
        yield from of_its_own(page, name, told, language)
        return
    if "page" in told:
        yield from elsewhen(page, name, told, path)
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
    if told.get("proposed"):
        back = page.request.get(path, headers={"Accept-Language": "vi" if language != "vi" else "ne"})
        shown(page, path, Came(back.status, back.headers, back.body()))
        page.locator("header .wishes button").wait_for()
        yield name, "another language proposed"
    if told.get("placed"):
        page.evaluate("dispatchEvent(new Event('beforeinstallprompt'))")
        yield name, "the browser can do it"
    if told.get("wipes"):
        yield from wiped(page, name, path)
    if form := told.get("form"):
        on(page)
        yield name, "in error"
        to(page, path)
        answer(page, {part: text.format(number=f"{next(_numbers):010}") for part, text in form.items()})
        yield name, "filled"
        on(page)
        yield name, "not found"


def elsewhen(page: Page, name: str, told: Mapping[str, Any], path: str) -> Named:
    """A page as it is on another day; of somebody who stands in line, also when their turn has come meanwhile."""
    came = Came.of(answered(told, path, page))
    shown(page, path, came)
    yield told["page"], name
    if "crowd" in told:
        shown(page, path, came._replace(body=LEFT.sub(b'data-turn="0"', came.body)))
        page.locator("main .turned:not(:empty)").wait_for()
        yield told["page"], f"{name}, until it was one's turn"


def wiped(page: Page, name: str, path: str) -> Named:
    """Where something is kept, forgotten in vain without a network; and forgotten."""
    page.evaluate(KEPT)
    page.context.set_offline(True)
    onward(page).click()
    page.locator("main .wipe [data-cut]:not(:empty)").wait_for()
    yield name, "cut off"
    page.context.set_offline(False)
    to(page, path)
    on(page)
    yield name, "wiped"


def read(page: Page, name: str) -> Named:
    """Its second sentence being read, the voice halted in the midst of it and the page moved by the reader; what is
    wanted less often opened; and where there is no voice now."""
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
    page.route("**/listen", lambda route: route.abort())
    page.reload()
    listener.tap("read")
    listener.bar.locator(".told:not(:empty)").wait_for()
    page.unroute("**/listen")
    yield name, "without a voice"


def menus(page: Page, name: str) -> Named:
    """Each group of the header opened."""
    groups = page.locator("header details")
    for n, group in enumerate(("languages", "text sizes", "colours")):
        groups.nth(n).locator("summary").click()
        yield name, f"{group} open"
        groups.nth(n).locator("summary").click()
