"""A reader aloud calls a thing what stands on it, and tells its hint and then its error with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import on_screen, told
from a11y.tree import Node, by_number
from portal.language.phrases.page import bare

SEEN = """() => {
  const all = [...document.querySelectorAll("*")], number = (it) => all.indexOf(it);
  const spoken = ({ it }) => !it.closest("rt, rp, [aria-hidden=true]");
  const said = (it) => [...words(it)].filter(spoken).map(({ node }) => node.data).join("");
  const heading = (it) => document.getElementById(it.getAttribute("aria-labelledby"));
  const set = (it) => it.querySelector(":scope > legend") ?? heading(it);
  const labels = (it) => it.matches("fieldset") ? [set(it)].filter(Boolean)
    : it.matches("input, select, textarea") ? [...it.labels] : [it];
  const things = [...controls(), ...[...document.querySelectorAll("fieldset")].filter(shown)];
  const whole = (it) => it.parentElement.closest("fieldset, .field");
  const beside = (it, one) => one.matches("input, select, textarea")
    && (it.matches(".error") ? whole(it).contains(one) : whole(one) === whole(it));
  const holders = (it) => things.filter((one) => one === whole(it) || beside(it, one));
  return {
    things: things.map((it) => ({ at: number(it), it: named(it), words: labels(it).map(said).join("") })),
    texts: [...document.querySelectorAll(":is(.hint, .echo, .error):not(.cut)")].filter((it) => shown(it) && whole(it))
      .map((it) => ({ it: named(it), words: said(it), error: it.matches(".error"), holders: holders(it).map(number) })),
  };
}"""


def look(page: Page, _state: State) -> Iterator[str]:
    """What is called otherwise than it looks, and what stands by a box and is not told with it."""
    seen, nodes = told(page, SEEN), by_number(page)
    for thing in seen["things"]:
        node = nodes.get(thing["at"])
        if node is None:
            yield f"{thing['it']} is seen, but hidden from readers"
        elif not _bare(node.name):
            yield f"{thing['it']} has no name"
        elif _bare(thing["words"]) not in _bare(node.name):
            yield f"{thing['it']} says {thing['words']!r}, but is called {node.name!r}"
    for text in seen["texts"]:
        if not any(_tells(nodes[at], text) for at in text["holders"] if at in nodes):
            yield f"{text['it']} is not told with its box"
    for at, node in nodes.items():
        told_with = [text for text in seen["texts"] if at in text["holders"] and _tells(node, text)]
        order = sorted(told_with, key=lambda text: _bare(node.description).index(_bare(text["words"])))
        if [text["error"] for text in order] != sorted(text["error"] for text in order):
            yield f"{node.role} {node.name!r} tells its error before its hint"


def _tells(node: Node, text: Mapping[str, Any]) -> bool:
    wrong = node.states.get("invalid") == "true"
    return _bare(text["words"]) in _bare(node.description) and (wrong or not text["error"])


def _bare(words: str) -> str:
    """Words without the gaps between them, which a reader does not speak."""
    return "".join(bare(words).split())


WRONG = {"page": "status", "state": "in error"}

CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.1", "2.5.3", "3.3.1", "3.3.2", "4.1.2"),
    look=look,
    at=on_screen,
    faults=(
        Fault("a button called otherwise", 'document.querySelector("main .go").setAttribute("aria-label", "送信")'),
        Fault("a box called otherwise", 'document.querySelector("#year").setAttribute("aria-label", "和暦")'),
        Fault(
            "a group without a name",
            'document.querySelector("main fieldset fieldset legend").remove()',
        ),
        Fault("a hint nobody hears", 'document.querySelector("#number").removeAttribute("aria-describedby")'),
        Fault("an error nobody hears", 'document.querySelector("#number-error").id = "elsewhere"', **WRONG),
        Fault(
            "an error without the word wrong",
            'document.querySelector("#number").removeAttribute("aria-invalid")',
            **WRONG,
        ),
        Fault(
            "an error before the hint",
            'document.querySelector("#number").setAttribute("aria-describedby", "number-error number-hint")',
            **WRONG,
        ),
        Fault("a button hidden from readers", 'document.querySelector("main .go").setAttribute("aria-hidden", "true")'),
    ),
)
