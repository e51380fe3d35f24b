"""The browser's Back and Forward lead over every page both ways, and each shows what was answered there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.passage import RECEIPT, passage, told


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Where going back costs an answer, or does not lead back."""
    hand = Pointer(opened())
    before: tuple[str, dict[str, str]] | None = None
    given: tuple[str, dict[str, str]] | None = None
    for stop in passage(hand, journey):
        if stop.filled:
            given = (hand.here(), hand.typed())
            continue
        if before and stop.step != "done":
            yield from _there_and_again(hand, given if given and given[0] == before[0] else before)
        before = (hand.here(), hand.typed())
    yield from _after_the_act(hand)


def _there_and_again(hand: Pointer, before: tuple[str, dict[str, str]]) -> Iterator[str]:
    here = hand.here()
    hand.mark()
    hand.page.go_back()
    hand.arrived()
    address, answers = before
    if hand.here() != address:
        yield f"{here}: Back leads to {hand.here()}, not to {address}"
    elif hand.here() == address and {**answers, "value": ""} != {**hand.typed(), "value": ""}:
        yield f"{here}: Back shows {hand.typed()}, answered was {answers}"
    hand.mark()
    hand.page.go_forward()
    hand.arrived()
    if hand.here() != here:
        yield f"{address}: Forward leads to {hand.here()}, not to {here}"


def _after_the_act(hand: Pointer) -> Iterator[str]:
    number = hand.words(RECEIPT)
    hand.mark()
    hand.page.go_back()
    hand.arrived()
    if hand.words(RECEIPT) != number:
        yield f"after the act, Back shows {hand.here()} and not the receipt"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("3.2.3", "3.3.4", "3.3.7"),
    way=way,
    faults=(
        Fault(
            "Back leads out of the service",
            "addEventListener('DOMContentLoaded', () => { history.pushState = history.replaceState.bind(history); })",
        ),
        Fault(
            "Back shows an empty page",
            "addEventListener('popstate', () => document.addEventListener('swapped', () => document.forms.answer"
            "?.querySelectorAll('[type=text]').forEach((it) => { it.value = ''; }), { once: true }))",
        ),
    ),
)
