"""Whatever is typed, an error shows it again exactly as it was, sign for sign, in every kind of answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.passage import ONWARD, passage, told

ODD = "\u3000<b>&amp; \"髙﨑\" 'ｶﾞ' 葛\U000e0100 e\u0301 👵🏽 ０－１ー２  x "
"""Spaces of both widths, marks of HTML, rare and half kanji, composed signs: what no reading may touch."""
LINES = "\n一行目\n\n三行目 "


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Where something typed comes back otherwise, or not at all."""
    hand = Pointer(opened())
    for stop in passage(hand, journey):
        boxes = {} if stop.filled else hand.boxes()
        words = {part: box for part, box in boxes.items() if box.type in ("text", "textarea")}
        if not words:
            continue
        address = hand.here()
        for part, box in boxes.items():
            if part in words:
                hand.write(part, ODD + (LINES if box.type == "textarea" else ""))
            elif box.type == "radio":
                hand.pick(part, box.values[-1])
        typed = hand.typed()
        hand.follow(ONWARD)
        taken = hand.here() != address
        if taken:
            hand.open(address)
        again = hand.typed()
        if again != typed:
            lost = {part: (text, again.get(part)) for part, text in typed.items() if again.get(part) != text}
            yield f"{stop}, {'taken' if taken else 'in error'}: typed and shown again: {lost}"
        for part in words:
            hand.write(part, "")


CHECK = Check(
    protects=__doc__ or "",
    criteria=("3.3.1", "3.3.3", "3.3.7"),
    way=way,
    faults=(
        Fault(
            "spaces are cut off what was typed",
            "addEventListener('submit', (e) => { for (const it of e.target.querySelectorAll('[type=text]'))"
            " it.value = it.value.trim(); }, true)",
        ),
        Fault(
            "an error empties the boxes",
            "document.addEventListener('swapped', () => { if (document.querySelector('.summary'))"
            " document.querySelectorAll('main [type=text]').forEach((it) => { it.value = ''; }); })",
        ),
    ),
)
