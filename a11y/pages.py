"""What a11y/pages.yaml tells of the pages, and how every walk presses on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Locator, Page

from portal.catalogue.load import SERVICES
from tests.browser.resident import onward

PAGES: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("pages.yaml").read_text())
TOWN = "kasumigahama"
SUMMARY = "main .summary"
Named = Iterator[tuple[str, str]]
"""Page and state, whenever the page stands in it."""


def questions(service: str) -> dict[str, Any]:
    """The newest questions of a service by their ids."""
    newest = max(path for path in (SERVICES / service).glob("*.yaml") if "@" not in path.name)
    return {question["id"]: question for question in yaml.safe_load(newest.read_text())["questions"]}


def on(page: Page, button: Locator | None = None) -> None:
    """Press on, and wait until another page, or this one in error, stands there."""
    page.evaluate("document.querySelector('main').dataset.seen = 'yes'")
    (button or onward(page)).first.click()
    page.locator("main:not([data-seen])").wait_for()
    page.wait_for_load_state()
