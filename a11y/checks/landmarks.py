"""A page has its parts: one head, one body, one foot, a person to ask; and every part that comes twice has a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import on_screen
from a11y.tree import tree

ONCE = ("banner", "main", "contentinfo")
NAMED = ("navigation", "complementary", "region", "form", "search")


def look(page: Page, _state: State) -> Iterator[str]:
    """Parts missing, doubled, nameless or one inside the other."""
    whole = tree(page)
    for role in ONCE:
        if (n := len(whole.all(role))) != 1:
            yield f"{n} parts {role}"
    named = [(node.role, node.name) for node in whole.all(*NAMED) if node.role != "form" or node.name]
    yield from (f"a part {role} has no name" for role, name in named if not name.strip())
    yield from (f"{n} parts {role} are called {name!r}" for (role, name), n in Counter(named).items() if n > 1 and name)
    for outer in whole.all(*ONCE):
        yield from (f"{inner.role} lies inside {outer.role}" for child in outer.children for inner in child.all(*ONCE))


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.1", "2.4.1"),
    look=look,
    at=on_screen,
    faults=(
        Fault("two bodies", 'document.body.append(document.createElement("main"))'),
        Fault("no head", 'document.querySelector("header").outerHTML = "<div>町</div>"'),
        Fault("no foot", 'document.querySelector("footer").setAttribute("role", "group")'),
        Fault("a nameless list of ways", 'document.querySelector("nav").removeAttribute("aria-label")'),
        Fault("two of one name", 'document.querySelector("nav").after(document.querySelector("nav").cloneNode(true))'),
        Fault("a nameless aside", 'document.querySelector("aside").removeAttribute("aria-label")'),
    ),
)
