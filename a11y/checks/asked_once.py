"""What somebody has told is not asked again; what a browser knows of its owner is offered for nobody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.pages import questions
from a11y.passage import passage, told

TOKENS = """() => Object.fromEntries([...document.querySelectorAll("main form [name][autocomplete]")]
  .map((it) => [it.name, [it.autocomplete, it.value]]))"""
OWN: Mapping[str, Mapping[str, str]] = {
    "person_name": {"family": "family-name", "given": "given-name"},
    "address": {
        "postcode": "postal-code",
        "town": "address-level2",
        "street": "address-line1",
        "building": "address-line2",
    },
    "phone": {"value": "tel"},
    "email": {"value": "email"},
    "date": {"year": "bday-year", "month": "bday-month", "day": "bday-day"},
}
"""Kind of answer → box → what a browser may know of the person who types (WCAG 2.2, 1.3.5)."""


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """What is asked twice, offered for the wrong person, or not offered at all.

    The holder of an account is asked though the applicant's name is known: read off the passbook, it tells whose
    account it is, and the answer is compared (journey/crosschecks). Filled in by us it would tell nothing.
    """
    hand = Pointer(opened())
    asked = questions(journey["service"])
    helped = False
    offered: dict[str, str] = {}
    for stop in passage(hand, journey):
        question = asked.get(stop.step)
        if stop.filled or not question:
            continue
        helped |= question.get("role") == "helper_name"
        tokens: dict[str, tuple[str, str]] = hand.page.evaluate(TOKENS)
        own = _about_the_typist(question, helped=helped)
        for part, token in OWN.get(question["kind"], {}).items():
            if own and tokens.get(part, ("", ""))[0] != token:
                yield f"{stop}: the box {part} about the person who types does not say autocomplete={token}"
        for part, (token, value) in tokens.items():
            if not own:
                yield f"{stop}: the box {part} is about somebody else, yet it offers the typist's own {token}"
            elif token in offered and not value:
                yield f"{stop}: {token} was asked at {offered[token]} and is asked again"
            offered.setdefault(token, str(stop))


def _about_the_typist(question: Mapping[str, Any], *, helped: bool) -> bool:
    """Whoever helps gives the applicant's name and birth date, but the mail address to write to is their own."""
    role = question.get("role", "")
    return role.startswith("helper_") or role == "applicant_email" or (role.startswith("applicant_") and not helped)


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.5", "3.3.7"),
    way=way,
    faults=(
        Fault(
            "a browser is never told what a box is for",
            "const strip = () => document.querySelectorAll('[autocomplete]')"
            ".forEach((it) => it.removeAttribute('autocomplete'));"
            "addEventListener('DOMContentLoaded', strip); document.addEventListener('swapped', strip);",
        ),
        Fault(
            "the same is asked at each question",
            "document.addEventListener('swapped', () => document.forms.answer?.querySelectorAll('[type=text]')"
            ".forEach((it) => { it.autocomplete = 'tel'; }))",
        ),
    ),
)
