"""Whoever only listens hears the question, every label, hint, error and button exactly once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.opinions.opinion import BUILT, FAILS, Opinion, asked, counted, opinion

BUNDLE = BUILT / "virtual.js"
SHOWN = """() => {
  const seen = (it) => it.checkVisibility() && it.getBoundingClientRect().width > 1;
  const shown = (where) => [...document.querySelectorAll(where)].filter(seen);
  const texts = (it) => {
    const walker = document.createTreeWalker(it, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode.data);
    return found;
  };
  const roles = { radio: "radio", checkbox: "checkbox", file: "" };
  return [
    ...shown("h1").map((it) => ["the question", "heading", [it.innerText]]),
    ...shown("button").map((it) => ["the button", "button", [it.innerText]]),
    ...shown("label").flatMap((it) => {
      const one = ["the label", roles[it.control?.type] ?? "textbox", [it.innerText]];
      const beside = it.control?.type === "file" && !it.contains(it.control) && !it.closest("h1");
      return beside ? [one, one] : [one];
    }),
    ...shown(".hint").map((it) => ["the hint", null, texts(it)]),
    ...shown(".error").map((it) => ["the error", null, texts(it)]),
  ].filter(([, , told]) => told.length);
}"""
"""What stands on the page: what it is, the role it is heard with (null: as plain text), its words in pieces. A box for
a file is heard without a role, so that the words of a label beside it are heard like the box itself; a label that is
the question is heard as its heading."""

NOISE = re.compile(
    r"(end of )?(paragraph|strong|emphasis|time|listitem\b.*|list)$|end of (button|heading|link|image|radio)\b|end, "
)
"""Where something ends, and what holds nothing but words, is left out; the order stays."""


def spoken(page: Page) -> list[str]:
    """What the virtual screen reader says, item by item, from the beginning of the page to its end."""
    return [str(item) for item in asked(page, BUNDLE, "spoken", "() => spoken()")]


def hear(page: Page, _state: State) -> Iterator[Opinion]:
    """What is heard less or more often than it is shown."""
    shown = Counter((what, role, tuple(map(bare, texts))) for what, role, texts in page.evaluate(SHOWN))
    said = [bare(item) for item in outermost(spoken(page))]
    for (what, role, texts), times in shown.items():
        text, ways = " ".join(texts), range(len(said) - len(texts) + 1)
        heard = sum(all(fits(said[n + m], role, one) for m, one in enumerate(texts)) for n in ways)
        if heard != times:
            message = f"{what} is heard {heard} times and shown {times} times"
            yield opinion("voice", FAILS, f"{what} is heard once", message, text)
    questions = sum(times for (what, _, _), times in shown.items() if what == "the question")
    if questions != 1:
        yield opinion("voice", FAILS, "one question", f"{questions} questions are heard", "h1")


def outermost(said: list[str]) -> Iterator[str]:
    """Without noise, and without what is said again inside a link, a button or a heading of several pieces."""
    until = ""
    for n, item in enumerate(said):
        if until:
            until = "" if item == until else until
            continue
        if NOISE.match(item):
            continue
        yield item
        if item.startswith(("link, ", "button, ", "heading, ")) and f"end of {item}" in said[n:]:
            until = f"end of {item}"


def fits(item: str, role: str | None, text: str) -> bool:
    """Whether an item says these words in this role; what follows is state and description."""
    if role is None:
        return item == text
    named = f"{role},{text}" if role else text
    return item == named or item.startswith(f"{named},")


def bare(text: str) -> str:
    """Without spaces: where a line breaks is nothing to hear."""
    return re.sub(r"\s+", "", text)


CHECK = Check(
    protects=__doc__ or "",
    criteria=(),
    look=counted(hear),
    faults=(
        Fault("a hint nobody hears", "document.querySelector('main .hint').setAttribute('aria-hidden', 'true')"),
        Fault("a button by another name", "document.querySelector('main .go').setAttribute('aria-label', 'OK')"),
        Fault("a label that is none", "document.querySelector('main label[for=number]').htmlFor = 'nowhere'"),
        Fault("a heading that is none", "document.querySelector('main h1').setAttribute('role', 'presentation')"),
    ),
)
