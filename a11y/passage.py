"""A whole service from its first page to the receipt, by any hand and in any engine.

A passage stops at each page as it stands, and once more when its boxes are filled, so that a check can look or do
something of its own in between. Whoever cannot go on is Stuck, which is a finding and no accident.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from playwright.sync_api import Error

from a11y.pages import TOWN, questions
from portal.answers import KINDS
from tests.browser.resident import ONWARD, RECEIPT, SEAL

NUMBER = re.compile(r"\d{4}-\d{4}-\d{2}")
"""A receipt's number."""
WRONG = "main .summary"
MOST = 80
"""More pages than any way has."""


class Box(NamedTuple):
    """Where something is typed, picked or attached: its type as HTML says it, and all values of a set of choices."""

    type: str
    values: list[str]


BOXES = """() => {
  const found = {};
  for (const it of document.querySelectorAll("main form [name]:is(input, textarea, select)")) {
    if (it.type === "hidden") continue;
    found[it.name] ??= [it.type, []];
    found[it.name][1].push(it.value);
  }
  return found;
}"""
"""The boxes of a page in reading order; any engine runs it."""


class Hand(Protocol):
    """A resident at a browser. Parts and values are names of form fields; `there` is a CSS selector."""

    def open(self, path: str) -> None:
        """Go to an address of the portal."""

    def here(self) -> str:
        """The path of the page that is shown."""

    def boxes(self) -> Mapping[str, Box]:
        """Where something can be typed or picked, in reading order."""

    def words(self, there: str) -> str:
        """What stands there, or nothing."""

    def write(self, part: str, text: str) -> None:
        """Type into a box."""

    def pick(self, part: str, value: str) -> None:
        """Choose one of several."""

    def tick(self, part: str) -> None:
        """Tick a box."""

    def attach(self, part: str) -> None:
        """Give a photo."""

    def follow(self, there: str) -> None:
        """Press what is there, and come back when another page, or this one in error, stands there."""


@dataclass(frozen=True)
class Stop:
    """A page of the passage by the end of its address: "start", "birth-date", "members/p1", "review", "done"."""

    step: str
    filled: bool = False

    def __str__(self) -> str:
        return f"{self.step}{', filled' if self.filled else ''}"


class Stuck(AssertionError):
    """Somebody cannot go on; the message says where and why."""


def passage(hand: Hand, journey: Mapping[str, Any], language: str = "ja") -> Iterator[Stop]:
    """The way from the service's first page to its receipt. Raises Stuck."""
    top = f"/{language}/{TOWN}/{journey['service']}/"
    hand.open(top)
    yield Stop("start")
    hand.follow(ONWARD)
    for _ in range(MOST):
        step = hand.here().removeprefix(top)
        yield Stop(step)
        if step == "done":
            break
        try:
            parts = wanted(hand, journey, step)
            give(hand, parts)
            if parts:
                yield Stop(step, filled=True)
            button = SEAL if step == "consent" else ONWARD
            hand.follow(button)
            if hand.here() == top + step and not hand.words(WRONG):
                hand.follow(button)  # pressed a second time, or asked once whether something unlikely is meant
        except Error as error:
            raise Stuck(f"{step}: {error}") from error
        if hand.here() == top + step:
            raise Stuck(f"{step} comes again: {hand.words(WRONG) or hand.words('main h1')}")
    if not NUMBER.fullmatch(hand.words(RECEIPT)):
        raise Stuck(f"no receipt at {hand.here()}")


def wanted(hand: Hand, journey: Mapping[str, Any], step: str) -> dict[str, str]:
    """What this journey types at a question, box by box; of choices nobody told of, the first."""
    boxes = hand.boxes()
    typed = typed_at(journey, step) if boxes and step != "consent" else {}
    found = {}
    for part, box in boxes.items():
        text = typed.get(part, "")
        match box.type:
            case "radio":
                found[part] = text if text in box.values else box.values[0]
            case "checkbox":
                found |= {} if found else {part: "on"}
            case "file":
                found[part] = "a photo"
            case _ if text:
                found[part] = text
    return found


def typed_at(journey: Mapping[str, Any], step: str) -> Mapping[str, str]:
    """The journey's pick for a question, or an example of its kind where there is something to type: whoever helps
    is somebody else."""
    question = questions(journey["service"])[step.partition("/")[0].partition(".")[0]]
    if pick := journey["picks"].get(question["id"]):
        return pick if isinstance(pick, dict) else {"value": str(pick)}
    if question["kind"] in ("choice", "choices", "photo"):
        return {}
    other = question.get("role", "").startswith("helper")
    return KINDS[question["kind"]].examples[-1 if other else 0].typed


def give(hand: Hand, parts: Mapping[str, str]) -> None:
    """Type, pick and attach, each part its own way."""
    boxes = hand.boxes()
    for part, text in parts.items():
        match boxes[part].type:
            case "radio":
                hand.pick(part, text)
            case "checkbox":
                hand.tick(part)
            case "file":
                hand.attach(part)
            case _:
                hand.write(part, text)


def finished(hand: Hand, journey: Mapping[str, Any], language: str = "ja") -> str:
    """Go the whole passage without a halt; the receipt's number. Raises Stuck."""
    for _ in passage(hand, journey, language):
        pass
    return hand.words(RECEIPT)


def told(way: Callable[..., Iterator[str]]) -> Callable[..., Iterator[str]]:
    """A way whose failing is itself a finding: where it stuck, in one line."""

    def telling(opened: Any, journey: Mapping[str, Any]) -> Iterator[str]:
        try:
            yield from way(opened, journey)
        except (Stuck, Error) as stuck:
            yield " ".join(str(stuck).split())[:300]

    return telling
