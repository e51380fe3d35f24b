"""Nothing has to be dragged, swiped or held down: no script listens for a path, no template asks for one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from a11y.check import Check, Fault

PATHS = re.compile(
    r"\b(?:on)?(?:drag(?:start|end|enter|over|leave)?|drop|pointermove|mousemove|touchmove|touchstart|gesture\w+"
    r"|devicemotion|deviceorientation|longpress)\b(?=[\"'`=])|\bdraggable\b|type=\"range\""
)
"""Events and attributes that need a path, a swipe, a shake or time; a slider is dragged too."""


def read(sources: Mapping[str, str]) -> Iterator[str]:
    """Every line that wants a path."""
    for path, text in sources.items():
        if path.endswith((".js", ".html")):
            for n, line in enumerate(text.splitlines(), 1):
                if found := PATHS.search(line):
                    yield f"{path}:{n} needs a path or a hold: {found[0]}"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.5.1", "2.5.4", "2.5.7"),
    read=read,
    faults=(
        Fault("a list to drag", sources={"templates/x.html": '<li draggable="true">'}),
        Fault("a page to swipe", sources={"static/components/x.js": 'addEventListener("touchmove", on)'}),
        Fault("a telephone to shake", sources={"static/components/x.js": 'addEventListener("devicemotion", on)'}),
        Fault("a slider", sources={"templates/x.html": '<input type="range">'}),
    ),
)
