"""The page as the browser hands it to a screen reader: roles, names, descriptions, states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Page

from a11y.memory import line, once
from portal.language.phrases.page import bare

UNSPOKEN = {"InlineTextBox", "LineBreak", "generic", "none"}
"""Roles of the browser's own that no reader speaks; what is inside them counts."""


@dataclass(frozen=True)
class Node:
    """One thing a screen reader can come to. `at` counts the elements of the page as querySelectorAll("*")
    does (-1: no element); `states` are what the browser tells besides, by its names: checked, expanded, level …"""

    role: str
    name: str
    description: str
    value: str
    states: Mapping[str, Any]
    at: int
    children: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        """This and everything inside, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, *roles: str) -> list[Node]:
        """Everything of these roles, in reading order."""
        return [node for node in self.walk() if node.role in roles]


def tree(page: Page) -> Node:
    """The whole page as a screen reader gets it."""
    return once(page, "tree", _tree)


def _tree(page: Page) -> Node:
    told = line(page).send("Accessibility.getFullAXTree")["nodes"]
    elements = list(_elements(line(page)))
    numbers = {one["backendNodeId"]: n for n, one in enumerate(elements)}
    for node in told:
        if (at := numbers.get(node.get("backendDOMNodeId", 0))) is not None:
            node["at"], node["current"] = at, _current(elements[at])
    (root,) = _grown(told[0], {node["nodeId"]: node for node in told})
    return root


def by_number(page: Page) -> dict[int, Node]:
    """Everything a screen reader can come to, by the number of its element."""
    return {node.at: node for node in tree(page).walk() if node.at >= 0}


def numbered(session: CDPSession) -> dict[int, int]:
    """The number of each element by the browser's own id of its node."""
    return {one["backendNodeId"]: n for n, one in enumerate(_elements(session))}


def _elements(session: CDPSession) -> Iterator[dict[str, Any]]:
    below = [session.send("DOM.getDocument", {"depth": -1})["root"]]
    session.send("DOM.disable")  # or it tells of every later change
    while below:
        node = below.pop()
        if node["nodeType"] == 1:
            yield node
        below += reversed(node.get("children", ()))


def _current(element: Mapping[str, Any]) -> bool:
    """aria-current, which the browser's own tree keeps to itself."""
    attributes = element.get("attributes", ())
    return dict(zip(attributes[::2], attributes[1::2], strict=True)).get("aria-current", "false") != "false"


def _grown(told: Mapping[str, Any], nodes: Mapping[str, Any]) -> Iterator[Node]:
    inside = [nodes[key] for key in told.get("childIds", ()) if key in nodes]
    children = tuple(grown for child in inside for grown in _grown(child, nodes))
    role = told["role"]["value"] if "role" in told else "none"
    states = {one["name"]: one["value"].get("value") for one in told.get("properties", ())}
    if told.get("ignored") or (role in UNSPOKEN and not states.get("focusable")):
        yield from children
        return
    states["current"] = told.get("current", False)
    parts = (str(told.get(part, {}).get("value", "")) for part in ("name", "description", "value"))
    name, description, value = map(bare, parts)
    yield Node(role, name, description, value, states, told.get("at", -1), children)
