"""What a resident sees on the screen of a counter: while a clerk writes, before it is handed over, when it is theirs,
and when it is to be handed back. While the clerk writes it also says that the desk is about to close.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page

from a11y import elsewhen
from a11y.desk import fetching, rested
from a11y.pages import Named
from a11y.problem import Came, shown
from tests.desk.counter.given import Clerk
from tests.journeys.benefit import TYPED

RESTS = 28.5
"""Minutes after which the desk is about to close."""


def counter(page: Page, _name: str, told: Mapping[str, Any], language: str) -> Named:
    """All of them, on the pages of one way."""
    service = told["path"].format(language=language)
    cookies = {one["name"]: one["value"] for one in page.context.cookies()}
    with TemporaryDirectory() as folder, elsewhen.house(Path(folder)) as house:
        clerk = Clerk(house)
        clerk.browser.cookies.update(cookies)
        clerk.write()
        stops = {next(iter(TYPED)): None, "review": None, "consent": clerk.lend, "done": clerk.press}
        for at, before in stops.items():
            if before:
                before()
            back = clerk.browser.get(f"{service}{at}")
            assert back.status_code == 200, f"{at}: the counter answers {back.status_code}"
            shown(page, f"{service}{at}", Came.of(back))
            here = f"{service.split('/')[-2]}/{at}"
            yield here, "at the counter"
            if at == "review":
                with fetching(page, clerk.browser):
                    rested(page, house, clerk.browser, RESTS)
                    yield here, "about to close"
