"""A page in WebKit with the few words of Playwright's that looks use, so that the same checks judge both engines."""

from __future__ import annotations

import re
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

from a11y.webkit.browser import BAR

FUNCTION = re.compile(r"\s*(?:async\s*)?(?:\([^)]*\)|\w+)\s*=>")
LIBRARY = "/*!"
"""How a library begins: it is run for what it leaves behind and has no value."""
CALLED = """const [given, done] = arguments;
(async () => ({code}))().then((it) => done([it ?? null, ""]), (error) => done([null, String(error.stack ?? error)]));"""


class WebKitPage:
    """What a look may do: evaluate, and make the window another size."""

    def __init__(self, browser: WebDriver, width: int, height: int) -> None:
        self._browser, self._size = browser, {"width": width, "height": height}

    def evaluate(self, code: str, given: Any = None) -> Any:
        """The value of an expression, or of a function called with `given`; it may promise. Raises RuntimeError."""
        if code.startswith(LIBRARY):
            self.run(code)
            return None
        called = f"({code.strip()})(given)" if FUNCTION.match(code) else code
        value, error = self._browser.execute_async_script(CALLED.replace("{code}", called), given)
        if error:
            raise RuntimeError(error)
        return value

    def run(self, script: str) -> None:
        """Run statements that have no value."""
        self._browser.execute_script(script)

    @property
    def viewport_size(self) -> dict[str, int]:
        """Width and height in CSS pixels."""
        return dict(self._size)

    def set_viewport_size(self, size: dict[str, int]) -> None:
        """Make the page this large, and wait until it is."""
        self._size = dict(size)
        self._browser.set_window_rect(0, 0, size["width"], size["height"] + BAR)
        self.evaluate(DRAWN, size["width"])

    @property
    def url(self) -> str:
        """The page's address."""
        return str(self._browser.current_url)

    def title(self) -> str:
        """The page's title."""
        return str(self._browser.title)


DRAWN = """(width) => new Promise((done) => {
  const look = () => innerWidth === width ? requestAnimationFrame(done) : requestAnimationFrame(look);
  look();
})"""
