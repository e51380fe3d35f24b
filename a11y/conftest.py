"""The same server and browser as in tests/browser."""

from tests.browser.conftest import address, browser, opened, page

__all__ = ["address", "browser", "opened", "page"]
