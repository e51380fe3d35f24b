"""A resident's hand in WebKit: the same passage as in Chromium, by WebDriver."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from a11y.passage import BOXES, Box, Stuck
from a11y.webkit.browser import PATIENCE
from tests.browser.resident import ARMED, RESTED

OFTEN = 0.05
"""Seconds between two looks for the next page."""


class WebKitHand:
    """Points at things and types; `photo` lies on the disk, `patience`: seconds to wait for the next page."""

    def __init__(self, browser: WebDriver, address: str, photo: Path, patience: int = PATIENCE) -> None:
        self.browser, self._address, self._photo, self._patience = browser, address, photo, patience

    def open(self, path: str) -> None:
        self.browser.get(f"{self._address}{path}")

    def here(self) -> str:
        return urlsplit(self.browser.current_url).path

    def boxes(self) -> Mapping[str, Box]:
        return {part: Box(*told) for part, told in self.browser.execute_script(f"return ({BOXES})()").items()}

    def words(self, there: str) -> str:
        found = self.browser.find_elements(By.CSS_SELECTOR, there)
        return found[0].text.strip() if found else ""

    def write(self, part: str, text: str) -> None:
        """As an input method puts it in: sent as keys, the driver would take ＠ for a key of another name."""
        box = self._one(f'main [name="{part}"]')
        box.click()
        put = "arguments[0].select(); document.execCommand('insertText', false, arguments[1])"
        self.browser.execute_script(put, box, text)

    def pick(self, part: str, value: str) -> None:
        self._one(f'main label:has(input[name="{part}"][value="{value}"])').click()

    def tick(self, part: str) -> None:
        self._one(f'main label:has(input[name="{part}"])').click()

    def attach(self, part: str) -> None:
        self._one(f'main [name="{part}"]').send_keys(str(self._photo))

    def follow(self, there: str) -> None:
        if self.browser.find_elements(By.CSS_SELECTOR, ARMED):
            self._rest()
        self.browser.execute_script("document.querySelector('main').dataset.seen = 'yes'")
        self._one(there).click()
        gone = WebDriverWait(self.browser, self._patience, OFTEN)
        try:
            gone.until(lambda browser: browser.find_elements(By.CSS_SELECTOR, "main:not([data-seen])"))
        except WebDriverException as error:
            raise Stuck(f"{self.here()}: pressed, and no other page came: {error.msg}") from error

    def _rest(self) -> None:
        """Come back when a shaking hand is at rest: before, nothing is a press of its own."""
        since = self.browser.execute_script("return performance.now()")
        resting = WebDriverWait(self.browser, PATIENCE, OFTEN)
        resting.until(lambda browser: browser.execute_script(f"return performance.now() - {since} > {RESTED}"))

    def _one(self, there: str) -> WebElement:
        try:
            found = self.browser.find_element(By.CSS_SELECTOR, there)
        except WebDriverException as error:
            raise Stuck(f"{self.here()}: nothing is at {there}") from error
        self.browser.execute_script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", found)
        return found
