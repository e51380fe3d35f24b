"""What does different things is called differently, so that it can be picked out of a list or by voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import told
from a11y.tree import by_number

DOES = """() => {
  const all = [...document.querySelectorAll("*")];
  return controls().filter((it) => it.matches("a, button, summary")).map((it) => {
    const at = all.indexOf(it), pressed = it.matches("summary") ? `opens ${at}` : `${it.name}=${it.value}`;
    return [at, it.href ?? `${it.form?.action} ${pressed}`];
  });
}"""


def look(page: Page, _state: State) -> Iterator[str]:
    """One name for several things."""
    nodes = by_number(page)
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for at, does in told(page, DOES):
        if at in nodes:
            kind = "link" if nodes[at].role == "link" else "button"
            meant[kind, "".join(nodes[at].name.split())].add(does)
    for (kind, name), does in meant.items():
        if len(does) > 1:
            yield f"{len(does)} things are all called {kind} {name!r}: {' and '.join(sorted(does)[:2])}"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.4.4", "2.4.9"),
    look=look,
    faults=(
        Fault("two ways under one name", 'document.querySelectorAll("footer a")[1].textContent = "手続きを選ぶ"'),
        Fault(
            "choose, choose, choose",
            'for (const link of document.querySelectorAll("main .list a")) link.textContent = "選ぶ"',
            page="home",
        ),
        Fault(
            "two buttons under one name",
            'const twin = document.querySelector("main .go").cloneNode(true); twin.value = "other";'
            'document.querySelector("main form").append(twin)',
        ),
    ),
)
