"""A real server and a real browser, one of each for all tests of a file: a browser left open would
keep its event loop running under the tests of other files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from portal.preferences import COOKIE
from tests.browser.listener import Listener
from tests.browser.resident import PHONE, chromium
from tests.serving import Server, serving

PATIENCE = 60_000
"""Milliseconds a page may take before the test gives up: what comes costs nothing, however slow the machine."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the portal answers."""
    with serving(Server(tmp_path_factory.mktemp("portal"))) as server:
        yield server.address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    with chromium() as started:
        yield started


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a phone's browser with the wishes given, e.g. opened(java_script_enabled=False, comfort="300.dark.")."""
    contexts = []

    def new(comfort: str = "", **wishes: Any) -> Page:
        context = browser.new_context(base_url=address, locale="ja-JP", **{**PHONE, **wishes})
        context.set_default_timeout(PATIENCE)
        context.add_cookies([{"name": COOKIE, "value": comfort, "url": address}] if comfort else [])
        contexts.append(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def page(opened: Callable[..., Page]) -> Page:
    """A phone's browser as it comes."""
    return opened()


@pytest.fixture
def listener(page: Page) -> Listener:
    """Somebody who listens, at a phone's browser as it comes."""
    return Listener(page)
