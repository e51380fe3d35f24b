"""Whatever can be pressed can be reached by keys and has a role and a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.memory import line
from a11y.seen import told
from a11y.tree import by_number, numbered

PRESSED = {"click", "dblclick", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend"}
LOOK = """(given) => {
  const all = [...document.querySelectorAll("*")];
  const seen = (it) => it.checkVisibility({ visibilityProperty: true });
  const stop = (it) => it.tabIndex >= 0 && !it.disabled;
  const inside = (it) => { while (it && !stop(it) && !it.control) it = it.parentElement; return Boolean(it); };
  const pointed = (it) => getComputedStyle(it).cursor === "pointer";
  const found = all.filter((it) => it.tabIndex > 0).map((it) => `${named(it)} has tabindex ${it.tabIndex}`);
  for (const it of given.map((at) => all[at]))
    if (seen(it) && !inside(it) && ![...it.querySelectorAll("*")].some(stop))
      found.push(`${named(it)} listens to being pressed, but no key comes to it`);
  for (const it of all)
    if (shown(it) && pointed(it) && !pointed(it.parentElement ?? it) && !inside(it))
      found.push(`${named(it)} looks as if it could be pressed, but no key comes to it`);
  return { found, stops: all.flatMap((it, at) => seen(it) && stop(it) ? [[at, named(it)]] : []) };
}"""


def look(page: Page, _state: State) -> Iterator[str]:
    """What cannot be reached, or is nameless when it is."""
    seen = told(page, LOOK, _listening(page))
    yield from seen["found"]
    nodes = by_number(page)
    for at, name in seen["stops"]:
        if at not in nodes:
            yield f"{name} can be reached, but is hidden from readers"
        elif nodes[at].role in {"generic", "none"}:
            yield f"{name} can be reached, but has no role"
        elif not nodes[at].name.strip():
            yield f"{name} can be reached, but has no name"


def _listening(page: Page) -> list[int]:
    """The numbers of the elements that listen to being pressed."""
    session = line(page)
    whole = session.send("Runtime.evaluate", {"expression": "document"})["result"]
    asked = {"objectId": whole["objectId"], "depth": -1}
    listeners: list[dict[str, Any]] = session.send("DOMDebugger.getEventListeners", asked)["listeners"]
    numbers = numbered(session)
    pressed = {one.get("backendNodeId", 0) for one in listeners if one["type"] in PRESSED}
    return sorted(numbers[node] for node in pressed if node in numbers)


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.1.1", "4.1.2"),
    look=look,
    faults=(
        Fault("a tabindex of its own", 'document.querySelector("main .go").tabIndex = 3'),
        Fault("a heading that can be pressed", 'document.querySelector("main h1").onclick = () => {}'),
        Fault(
            "a word that only a finger can press",
            'const word = document.createElement("span"); word.textContent = "消す";'
            'document.querySelector("main").append(word); word.addEventListener("pointerdown", () => {})',
        ),
        Fault("a line with the hand over it", 'document.querySelector("main .hint").style.cursor = "pointer"'),
        Fault("a box without a name", 'document.querySelector("main label[for=number]").remove()'),
        Fault("a link without words", 'document.querySelector("main .way a").textContent = ""'),
        Fault("a stop without a role", 'document.querySelector("main .hint").tabIndex = 0'),
        Fault("hidden, yet reached", 'document.querySelector("main .go").setAttribute("aria-hidden", "true")'),
    ),
)
