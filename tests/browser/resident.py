"""A resident at a real browser: opens a service, answers question by question, presses the seal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.photographed import photo

ONWARD = "main .go"
SEAL = "main button.press"
ARMED = f'{SEAL}[value="seal"]'
"""The mark once it was pressed."""
RESTED = 750
"""Milliseconds after which a press is a press of its own, and no shake of the one before."""
RECEIPT = "main .number b"


def asked_at(path: str) -> str:
    """Where the question at a path is asked."""
    return f'form#answer[action="{path}"]'


PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
"""A small Android phone."""

PHOTO = {"name": "IMG_0001.JPG", "mimeType": "image/jpeg", "buffer": photo()}
"""A photo as a phone takes it."""


BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
"""Names of the same browser, without and with what draws a window."""


def executable() -> str | None:
    """The system's own chromium."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's own chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def answer(page: Page, typed: Mapping[str, str]) -> None:
    """Type and pick what a resident would, part by part; words for a file make one that is no photo."""
    for part, text in typed.items():
        box = page.locator(f'main [name="{part}"]')
        match box.first.get_attribute("type"):
            case "radio":
                page.locator(f'main label:has(input[name="{part}"][value="{text}"])').click()
            case "checkbox":
                page.locator(f'main label:has(input[name="{part}"])').click()
            case "file":
                box.set_input_files({**PHOTO, "buffer": text.encode()} if text else PHOTO)
            case _:
                box.fill(text)


def onward(page: Page) -> Locator:
    """The one way forward of this page."""
    return page.locator(ONWARD)


def question(page: Page, path: str) -> Locator:
    """The form of the question at a path."""
    return page.locator(asked_at(path))


def seal(page: Page) -> Locator:
    """The round mark that is pressed instead of a seal."""
    return page.locator(SEAL)


def rested(page: Page) -> None:
    """If the mark was just pressed, come back when a shaking hand is at rest: before, nothing is a press of its own."""
    if page.locator(ARMED).count():
        rest(page)


def rest(page: Page) -> None:
    """Come back when a shaking hand is at rest."""
    since = page.evaluate("performance.now()")
    page.wait_for_function("([since, ms]) => performance.now() - since > ms", arg=[since, RESTED])


def receipt(page: Page) -> Locator:
    """The number on the receipt."""
    return page.locator(RECEIPT)
