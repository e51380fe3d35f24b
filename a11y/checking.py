"""What was kept of an application, checked by its number and as a file, whole and changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from a11y.pages import Named, on, to
from portal.consent.inquiry.code import code_of
from tests.browser.resident import answer

CHECK = 'main [value="file"]'
NO_ED25519 = """crypto.subtle.importKey = async () => { throw new DOMException("", "NotSupportedError"); };"""
"""What a browser is like that cannot check a signature."""


@dataclass
class Checking:
    """Somebody at a town's pages who was given a bundle."""

    page: Page
    home: str

    def states(self, bundle: Any) -> Named:
        """The record of its number; the bundle as it is, where a browser checks no signature, beside words that are no
        head, and with one word changed."""
        self._open()
        answer(self.page, {"number": code_of(bundle)})
        on(self.page)
        yield "checked", "found"
        self._bring(bundle)
        yield "verify", "genuine"
        self._open()
        self.page.evaluate(f"() => {{ {NO_ED25519} }}")
        self._choose(bundle)
        on(self.page, self.page.locator(CHECK))
        yield "verify", "unsure"
        yield from self._no_head(bundle)
        bundle["records"][0]["statements"]["shown"][0]["text"] = "?"
        self._bring(bundle)
        yield "verify", "changed"

    def _open(self) -> None:
        to(self.page, f"{self.home}verify")

    def _no_head(self, bundle: Any) -> Named:
        """Something else was pasted where the head of another day belongs."""
        self._open()
        self._choose(bundle)
        self.page.locator("main details summary").click()
        answer(self.page, {"older": "記録の頭"})
        self.page.locator(CHECK).click()
        self.page.locator("main [data-unreadable]:not(:empty)").wait_for()
        yield "verify", "no head of another day"

    def _bring(self, bundle: Any) -> None:
        self._open()
        self._choose(bundle)
        on(self.page, self.page.locator(CHECK))

    def _choose(self, bundle: Any) -> None:
        file = {"name": "yorisoi.json", "mimeType": "application/json", "buffer": json.dumps(bundle).encode()}
        self.page.locator("main [type=file]").set_input_files(file)
