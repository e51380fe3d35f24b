"""What a11y/pages.yaml tells of the pages, and how every walk presses on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Locator, Page

from portal.catalogue.load import SERVICES
from tests.browser.resident import onward, rested

PAGES: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("pages.yaml").read_text())
TOWN = "kasumigahama"
FOR_PROGRAMMERS = frozenset({"api"})
"""Pages of their own that are told in the languages of the desk only."""
SUMMARY = "main .summary"
ALWAYS = {
    "start": ("as it opens", "draft under way"),
    "later": ("as it opens", "in error", "filled", "birth date known", "code shown"),
    "consent": ("as it opens", "answers open", "pressed once"),
    "done": ("as it opens",),
}
LIST = ("nobody yet", "one person", "about to remove somebody")
PERSON = ("empty", "in error", "filled", "editing")
Named = Iterator[tuple[str, str]]
"""Page and state, whenever the page stands in it."""


@cache
def questions(service: str) -> dict[str, Any]:
    """The newest questions of a service by their ids; none for what is done at the counter."""
    return {question["id"]: question for question in _newest(service).get("questions", ())}


@cache
def titles() -> Mapping[str, str]:
    """What each service is called, by its name in addresses."""
    return {folder.name: _newest(folder.name)["title"] for folder in sorted(SERVICES.iterdir()) if folder.is_dir()}


def _newest(service: str) -> Any:
    newest = max(path for path in (SERVICES / service).glob("*.yaml") if "@" not in path.name)
    return yaml.safe_load(newest.read_text())


def expected(service: str) -> Iterator[tuple[str, str]]:
    """The pages and states that the ways through a service must come through between them."""
    for page, states in ALWAYS.items():
        yield from ((f"{service}/{page}", state) for state in states)
    for id, question in questions(service).items():
        household = question["kind"] == "household"
        yield from ((f"{service}/{id}", state) for state in (LIST if household else ("empty", "filled")))
        if household:
            yield from ((f"{service}/{id}/person", state) for state in PERSON)
        elif question.get("required", True) is True:
            yield f"{service}/{id}", "in error"


def on(page: Page, button: Locator | None = None) -> None:
    """Press on, and wait until another page, or this one in error, stands there."""
    rested(page)
    page.evaluate("document.querySelector('main').dataset.seen = 'yes'")
    (button or onward(page)).first.click()
    page.locator("main:not([data-seen])").wait_for()
    page.wait_for_load_state()


def to(page: Page, path: str) -> None:
    """Go to an address as somebody who has typed nothing: half-typed words would be kept on leaving (later.js)."""
    page.evaluate("document.dispatchEvent(new Event('swapped'))")
    page.goto(path)
