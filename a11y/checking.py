"""What was kept of an application, checked by its number and as a file, whole and changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from a11y.pages import Named, on, to
from portal.consent.inquiry.code import code_of
from tests.browser.resident import answer


@dataclass
class Checking:
    """Somebody at a town's pages who was given a bundle."""

    page: Page
    home: str

    def states(self, bundle: Any) -> Named:
        """The record of its number; the bundle as it is, and with one word changed."""
        self._open()
        answer(self.page, {"number": code_of(bundle)})
        on(self.page)
        yield "checked", "found"
        self._bring(bundle)
        yield "verify", "genuine"
        bundle["records"][0]["statements"]["shown"][0]["text"] = "?"
        self._bring(bundle)
        yield "verify", "changed"

    def _open(self) -> None:
        to(self.page, f"{self.home}verify")

    def _bring(self, bundle: Any) -> None:
        self._open()
        file = {"name": "yorisoi.json", "mimeType": "application/json", "buffer": json.dumps(bundle).encode()}
        self.page.locator("main [type=file]").set_input_files(file)
        on(self.page, self.page.locator('main [value="file"]'))
