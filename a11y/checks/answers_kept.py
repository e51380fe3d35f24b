"""When one answer of a page is amiss, all the others stay as they were typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Page

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.passage import give, passage, told, wanted
from tests.browser.resident import ONWARD

TYPED = """() => Object.fromEntries([...new FormData(document.querySelector("main form"))]
  .filter(([name, value]) => typeof value === "string"))"""
EMPTIED = """() => {
  const box = [...document.querySelectorAll("main form :is(input[type=text], textarea)")].find((it) => it.value);
  if (box) box.value = "";
  return box?.name ?? "";
}"""


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Answers that are gone when the page comes again."""
    page = opened()
    hand = Pointer(page)
    for stop in passage(hand, journey):
        if stop.filled and (emptied := page.evaluate(EMPTIED)):
            before, address = page.evaluate(TYPED), page.url
            hand.follow(ONWARD)
            if page.url != address:
                hand.open(address)
            yield from (f"{stop.step}: {lost}" for lost in _lost(page, before, emptied))
            give(hand, wanted(hand, journey, stop.step))


def _lost(page: Page, before: Mapping[str, str], emptied: str) -> Iterator[str]:
    after = page.evaluate(TYPED)
    for part, text in before.items():
        if after.get(part) != text:
            yield f"with {emptied} left empty, {part} is {after.get(part)!r} and no more {text!r}"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("3.3.1", "3.3.7"),
    way=way,
    faults=(
        Fault(
            "boxes emptied with every error",
            'document.addEventListener("swapped", () => document.querySelector("main .summary") &&'
            'document.querySelectorAll("main input[type=text]").forEach((it) => { it.value = ""; }))',
        ),
        Fault(
            "a choice forgotten with every error",
            'document.addEventListener("swapped", () => document.querySelector("main .summary") &&'
            'document.querySelectorAll("main input[type=radio]").forEach((it) => { it.checked = false; }))',
        ),
    ),
)
