"""Each page is told as it was when somebody last read it through as one who cannot see it: a11y/transcripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.transcripts import golden, tells, transcript
from portal.preferences import TEXT

GAP = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
"""Between words of Japanese or beside them."""


def look(page: Page, state: State) -> Iterator[str]:
    """The first line that is told otherwise than in the transcript that comes nearest."""
    now = _lines(transcript(page, state), state)
    kept = [_lines(words, state) for words in golden(state)]
    if not kept:
        yield "nobody has read how it is told: `make transcripts` writes it"
    elif now not in kept:
        nearest = max(kept, key=lambda one: SequenceMatcher(None, one, now, autojunk=False).ratio())
        new, old = next(pair for pair in zip_longest(now, nearest, fillvalue="nothing") if len({*pair}) > 1)
        yield f"{new.strip()!r} is told where {old.strip()!r} was; after reading it, `make transcripts` keeps it"


def _lines(words: str, state: State) -> list[str]:
    """In the largest letters, pieces that stand whole on their line elsewhere run on: no gap is told there."""
    return (GAP.sub("", words) if state.variant.text == max(TEXT) else words).splitlines()


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.1", "1.3.2", "4.1.2"),
    look=look,
    at=tells,
    faults=(
        Fault("a box called otherwise", 'document.querySelector("#year").setAttribute("aria-label", "年をどうぞ")'),
        Fault("choices told as any group", 'document.querySelector("main [role=radiogroup]").removeAttribute("role")'),
        Fault("a sentence only seen", 'document.querySelector("main .hint").setAttribute("aria-hidden", "true")'),
        Fault(
            "a sentence only heard", 'document.querySelector("main h1").insertAdjacentHTML("afterend", "<p>　押す</p>")'
        ),
        Fault(
            "a button of the desk without a name",
            'document.querySelector("main button").textContent = ""',
            page="desk/search",
            state="nothing found",
        ),
        Fault("another order", 'document.querySelector("main form").prepend(document.querySelector("main .go"))'),
    ),
)
