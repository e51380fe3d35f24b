"""The person to ask stands at the same place on every page, after the page's own words, with a number to call."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import on_screen
from a11y.tree import Node, tree

ORDER = ("banner", "main", "complementary", "contentinfo")
TOWNLESS = ("towns", "accessibility, no town", "problem/404, no such town", "api")
"""Pages of no town: nobody knows yet whom to call. (Who builds on the API asks whoever gave them their id.)"""
INSIDE = "desk/"
"""Pages of the town hall's own people: help is a colleague."""


def look(page: Page, state: State) -> Iterator[str]:
    """A page without help, or with help elsewhere."""
    whole = tree(page)
    parts = [node.role for node in whole.all(*ORDER)]
    wanted = [role for role in ORDER if role != "complementary" or state.page not in TOWNLESS]
    if parts != wanted:
        yield f"the parts come as {', '.join(parts)}, not as {', '.join(wanted)}"
    for block in whole.all("complementary"):
        if not state.page.startswith(INSIDE) and not any(_calls(link) for link in block.all("link")):
            yield f"{block.name!r} has no number to call"


def _calls(link: Node) -> bool:
    return str(link.states.get("url", "")).startswith("tel:") and any(sign.isdigit() for sign in link.name)


CHECK = Check(
    protects=__doc__ or "",
    criteria=("3.2.3", "3.2.6"),
    look=look,
    at=on_screen,
    faults=(
        Fault("no help", 'document.querySelector(".help").remove()'),
        Fault("help before the page", 'document.querySelector("main").before(document.querySelector(".help"))'),
        Fault("help without a number", 'document.querySelector(".help a").removeAttribute("href")'),
    ),
)
