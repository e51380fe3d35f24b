"""A real server for all audits, the same browser as in tests/browser; pages open in a variant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from a11y import elsewhen, variants
from a11y.check import Variant
from portal.web.house import House
from tests.browser.conftest import browser
from tests.conftest import own_folder, pytest_collection_modifyitems
from tests.serving import Server, serving

__all__ = ["browser", "own_folder", "pytest_collection_modifyitems"]


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the portal answers, every audit as `make audit` has it: who walks need not be the first."""
    with serving(Server(tmp_path_factory.mktemp("portal"))) as server:
        yield server.address


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a phone's browser: opened(Variant(text=300), java_script_enabled=False)."""
    contexts: list[BrowserContext] = []

    def new(variant: Variant = Variant(), **wishes: Any) -> Page:
        page = variants.shown(browser, address, variant, **wishes)
        contexts.append(page.context)
        return page

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """The portal without a server."""
    with elsewhen.house(tmp_path) as made:
        yield made
