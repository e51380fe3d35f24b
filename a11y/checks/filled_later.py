"""A line that a script fills with words later is told by itself: gently, or at once when something is amiss."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from a11y.check import Check, Fault

VALUE, LOGIC = re.compile(r"\{\{.*?\}\}", re.DOTALL), re.compile(r"\{[%#].*?[%#]\}", re.DOTALL)
EMPTY = re.compile(r"<(p|div|span|li|b)\b([^<>]*)>\s*</\1>")
"""An element that comes without words."""
AMISS = re.compile(r'class="[^"]*\berror\b')
ALERT = re.compile(r'role="alert"|aria-live="assertive"')
GENTLE = re.compile(r'role="(?:status|log)"|aria-live="polite"')
SILENT: Mapping[str, str] = {
    'class="credit"': "names of voices, filled before somebody opens what they stand in",
    'class="hint stored"': "filled as the page comes, among the page's own words",
}
"""What need not be told when it is filled, and why."""


def read(sources: Mapping[str, str]) -> Iterator[str]:
    """Empty lines of templates that no reader aloud would speak of, or in the wrong tone."""
    met: set[str] = set()
    for path, text in sources.items():
        if not path.endswith(".html"):
            continue
        for name, told in EMPTY.findall(VALUE.sub("…", LOGIC.sub("", text))):
            met |= (excused := {one for one in SILENT if one in told})
            wanted = ALERT if AMISS.search(told) else GENTLE
            if not excused and not wanted.search(told):
                yield f"{path}: <{name}{told}> is filled by a script, and {wanted.pattern} is missing"
    yield from (f"nothing is {one} any more; it needs no excuse" for one in SILENT.keys() - met)


def _fault(name: str, line: str, path: str = "templates/resident/new.html") -> Fault:
    return Fault(name, sources={path: line})


CHECK = Check(
    protects=__doc__ or "",
    criteria=("4.1.3",),
    read=read,
    faults=(
        _fault("a line nobody hears of", '<p class="note" data-done="{{ _("はい") }}"></p>'),
        _fault("an error told gently", '<p class="note error" role="status" data-cut="{{ _("はい") }}"></p>'),
        _fault("good news told as an alarm", '<p class="note" role="alert"></p>'),
        _fault("an excuse nobody needs", "", "templates/components/listen/macro.html"),
    ),
)
