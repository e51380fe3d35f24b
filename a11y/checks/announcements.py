"""What happens out of sight is told once: gently when it goes well, at once when it does not, and never twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from playwright.sync_api import Page, Route

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.passage import passage, told
from tests.browser.resident import ONWARD, onward

LISTEN = """addEventListener("DOMContentLoaded", () => {
  const LIVE = "[role=status], [role=alert], [role=log], [aria-live]";
  const last = new WeakMap();
  window.yorisoiSaid = [];
  const say = (it) => {
    const how = it.getAttribute("aria-live") ?? (it.getAttribute("role") === "alert" ? "assertive" : "polite");
    const words = it.textContent.trim().replace(/\\s+/g, " ");
    if (how !== "off" && words && words !== last.get(it)) window.yorisoiSaid.push([how, words]);
    last.set(it, words);
  };
  new MutationObserver((all) => {
    const regions = new Set();
    for (const { target, addedNodes } of all) {
      const around = (target.closest ? target : target.parentElement)?.closest(LIVE);
      if (around) regions.add(around);
      for (const node of [...addedNodes].filter((one) => one.querySelectorAll))
        for (const it of [node, ...node.querySelectorAll("*")]) if (it.matches(LIVE)) regions.add(it);
    }
    regions.forEach((it) => it.isConnected && say(it));
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})"""
SAID = "window.yorisoiSaid.splice(0)"
UNDER_WAY = """() => [...document.querySelectorAll("[data-wait], [data-working]")]
  .flatMap(({ dataset }) => [dataset.wait, dataset.working])"""
"""What a page says after a second in which nothing has come."""
FOCUSED = """() => (document.activeElement.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)
  .map((id) => document.getElementById(id)?.textContent.trim().replace(/\\s+/g, " "))"""
SHRUNK = (
    """() => [...document.querySelectorAll("main [data-ready]")].every((it) => it.textContent === it.dataset.ready)"""
)
POLITE, ALERT = "polite", "assertive"
STEADY = 'addEventListener("DOMContentLoaded", () => { %s; })'
FIND = 'main button[value="find"]'


class Said(NamedTuple):
    """What a reader aloud would say by itself: "polite" or "assertive", and the words."""

    how: str
    words: str


class Ear:
    """Hears what a page says by itself."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_init_script(LISTEN)

    def heard(self, act: str, *wanted: str, late: bool = False) -> Iterator[str]:
        """What was said since the last time, held against how it should have been said. That one must wait is told
        wherever it takes a second, and no machine can be blamed for being slow: it counts only where all comes `late`.
        """
        said = [Said(*one) for one in self.page.evaluate(SAID)]
        if not late:
            under_way = self.page.evaluate(UNDER_WAY)
            said = [one for one in said if one.how != POLITE or one.words not in under_way]
        if sorted(one.how for one in said) != sorted(wanted):
            yield f"{act} says {[*map(tuple, said)] or 'nothing'}, wanted {[*wanted] or 'nothing'}"
        twice = {one.words for one in said if sum(one.words == other.words for other in said) > 1}
        twice |= {one.words for one in said} & {*self.page.evaluate(FOCUSED)}
        yield from (f"{act} says twice: {words!r}" for words in twice)


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """What is said too often, too seldom, or too loudly."""
    page = opened()
    ear, hand, met = Ear(page), Pointer(page), set[str]()
    for stop in passage(hand, journey):
        photo = stop.filled and page.locator("main input[type=file]").count()
        if photo:
            page.wait_for_function(SHRUNK)
        yield from ear.heard(
            f"{stop}: {'a photo is chosen, which' if photo else 'the page comes, and'}", *[POLITE][:photo]
        )
        if stop.filled or not hand.boxes():
            continue
        for name, act in ACTS.items():
            if name not in met and (wanted := act(hand)) is not None:
                met.add(name)
                yield from ear.heard(f"{stop}: {name}, and the page", *wanted, late=act is slow)


def cut(hand: Pointer) -> tuple[str, ...]:
    """The net is gone when the button is pressed, twice."""
    hand.page.context.set_offline(True)
    onward(hand.page).click()
    hand.page.locator("main .cut").wait_for()
    hand.page.context.set_offline(False)
    return (ALERT,)


def slow(hand: Pointer) -> tuple[str, ...] | None:
    """The answer, an error, comes only when the page has said that one must wait."""
    if not hand.page.locator("main .must").count():
        return None

    def late(route: Route) -> None:
        hand.page.locator(".live:not(:empty)").wait_for(state="attached")
        route.continue_()

    hand.page.route("**/*", late)
    hand.follow(ONWARD)
    hand.page.unroute("**/*")
    return (POLITE, ALERT)


def quick(hand: Pointer) -> tuple[str, ...] | None:
    """The answer, an error, comes at once."""
    if not hand.page.locator("main .must").count():
        return None
    hand.follow(ONWARD)
    return (ALERT,)


def searched(hand: Pointer) -> tuple[str, ...] | None:
    """The button of a question that looks something up; what it found is told with the box that has the focus."""
    if not hand.page.locator(FIND).count():
        return None
    hand.follow(FIND)
    return ()


ACTS: Mapping[str, Callable[[Pointer], tuple[str, ...] | None]] = {
    "the net is cut": cut,
    "the answer comes late": slow,
    "the answer is an error": quick,
    "something is looked up": searched,
}
"""What is done once on the way; each tells how the page should say it, or None where it cannot be done."""

CHECK = Check(
    protects=__doc__ or "",
    criteria=("4.1.3",),
    way=way,
    faults=(
        Fault("a wait nobody hears of", STEADY % 'document.querySelector(".live")?.removeAttribute("role")'),
        Fault("a wait told as an alarm", STEADY % 'document.querySelector(".live")?.setAttribute("role", "alert")'),
        Fault(
            "every page told once more",
            'document.addEventListener("swapped", () => { const twin = document.createElement("p");'
            'twin.setAttribute("aria-live", "polite"); twin.textContent = document.title;'
            'document.querySelector("main").append(twin); })',
        ),
        Fault(
            "a cut line told gently",
            'new MutationObserver(() => document.querySelector(".cut")?.setAttribute("role", "status"))'
            ".observe(document, { subtree: true, childList: true })",
        ),
        Fault(
            "an error told by nobody",
            "document.addEventListener('swapped', () => "
            "document.querySelector('.summary [role]')?.removeAttribute('role'))",
        ),
    ),
)
