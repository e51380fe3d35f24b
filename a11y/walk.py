"""Walks through every page in every state and stops at each, so that it can be judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

from portal.answers import KINDS
from portal.catalogue.load import SERVICES
from tests.browser.resident import answer, onward, seal

PAGES = yaml.safe_load(Path(__file__).with_name("pages.yaml").read_text())
TOWN = "kasumigahama"
SUMMARY = "main .summary"
MOST = 60
"""More pages than any journey has."""


def alone(page: Page, told: Mapping[str, Any], language: str) -> Iterator[str]:
    """A page that stands by itself, as it opens and, when it has a form, in error."""
    page.goto(told["path"].format(language=language))
    yield "as it opens"
    if told.get("form"):
        _on(page)
        yield "in error"


def journey(page: Page, told: Mapping[str, Any], language: str) -> Iterator[str]:
    """A whole way, each page in each of its states; the names of the states."""
    page.goto(f"/{language}/{TOWN}/{told['service']}/")
    yield "start"
    _on(page)
    for _ in range(MOST):
        if not page.locator('main form button[value="next"], main form button[value="add"]').count():
            break
        yield from _people(page, told) if page.locator('main [value="add"]').count() else _question(page, told)
    yield "review"
    _on(page)
    yield "consent"
    _on(page, seal(page))
    yield "receipt"


def _question(page: Page, told: Mapping[str, Any]) -> Iterator[str]:
    step = page.url.rpartition("/")[2]
    yield f"{step}, empty"
    asked = page.locator("main h1").inner_text()
    _on(page)
    if page.locator(SUMMARY).count():
        yield f"{step}, in error"
    if page.locator("main h1").inner_text() == asked:
        fill(page, typed(told, step))
        yield f"{step}, filled"
        _on(page)
        assert not page.locator(SUMMARY).count(), f"{step}: what is typed in pages.yaml or the example is not taken"


def _people(page: Page, told: Mapping[str, Any]) -> Iterator[str]:
    yield "household, nobody yet"
    _on(page, page.locator('main [value="add"]'))
    yield "person, empty"
    _on(page)
    yield "person, in error"
    options = _questions(told["service"])["members"]["options"]
    fill(page, {**KINDS["household"].examples[0].typed, "relation": options[0]["id"]})
    yield "person, filled"
    _on(page)
    yield "household, one person"
    _on(page)


def typed(told: Mapping[str, Any], step: str) -> Mapping[str, str]:
    """What is typed at a question: the pick, or the first option, or the example of its kind."""
    question = _questions(told["service"])[step.partition(".")[0]]
    if pick := told["picks"].get(question["id"]):
        return pick if isinstance(pick, dict) else {"value": str(pick)}
    if question["kind"] == "choice":
        return {"value": question["options"][0]["id"]}
    if question["kind"] == "choices":
        return {f"pick-{question['options'][0]['id']}": "on"}
    if question["kind"] == "photo":
        return {"value": ""}
    return KINDS[question["kind"]].examples[0].typed


def fill(page: Page, parts: Mapping[str, str]) -> None:
    """Type and pick; what stood there before goes."""
    answer(page, parts)


def _questions(service: str) -> dict[str, Any]:
    newest = max(path for path in (SERVICES / service).glob("*.yaml") if "@" not in path.name)
    return {question["id"]: question for question in yaml.safe_load(newest.read_text())["questions"]}


def _on(page: Page, button: Any = None) -> None:
    """Press on, and wait until another page, or this one in error, stands there."""
    page.evaluate("document.querySelector('main').dataset.seen = 'yes'")
    (button or onward(page)).first.click()
    page.locator("main:not([data-seen])").wait_for()
