"""Every letter as a mail program shows it: nothing amiss by axe's rules in light and dark; never wider than a phone."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import pytest
from playwright.sync_api import Browser

from a11y.checks.axe import told_by_axe
from tests.cases.letters import given

NARROW = {"width": 320, "height": 640}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_every_letter_can_be_read_by_anybody(browser: Browser, now: datetime) -> None:
    page = browser.new_page(viewport=NARROW, java_script_enabled=True)
    page.route("**", lambda route: pytest.fail(f"a letter fetched {route.request.url}"))
    found = []
    for name, letter in given.every(now).items():
        page.set_content(letter.html if letter else "")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            told = told_by_axe(page)
            found += [(name, scheme, rule["id"]) for rule in told["violations"] + told["incomplete"]]
        page.add_style_tag(content="html { font-size: 300% }")
        found += [(name, "wide")] if page.evaluate("document.documentElement.scrollWidth") > NARROW["width"] else []
    page.close()
    assert not found
