"""What a letter tells, whichever way it is written: its words in their order, without marks, numbers and spaces."""

from __future__ import annotations

import re
from html.parser import HTMLParser

MARKS = re.compile(r"^[ 　]*(?:■|・|\d+\.(?= )|--$|─+$)", re.MULTILINE)
BETWEEN = re.compile(r"[\s　：:]+")


def of_text(text: str) -> str:
    """The words of a letter as text."""
    return BETWEEN.sub("", MARKS.sub("", text))


def of_html(html: str) -> str:
    """The words of a letter as HTML, less its title."""
    seen = _Seen()
    seen.feed(html)
    return BETWEEN.sub("", "".join(seen.words))


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag

    def handle_data(self, data: str) -> None:
        self.words += [] if self.inside in {"style", "title"} and data.strip() else [data]
