"""Where each message is seen: the page and its state, as what, and the picture of it; `make screenshots` looks.

What is on no page (letters, papers, the command line, what is only said) is told by the files it is written in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from portal.language import words

FILE = "seen.json"
KINDS = (
    ("templates/letters/", "a letter"),
    ("templates/paper/", "a paper to print"),
    ("portal/typesetting/", "a paper to print"),
    ("portal/resident/after/paper", "a paper to print"),
    ("portal/consent/findings", "what comes of checking a receipt, on a page and at the command line"),
    ("portal/speech/", "said by the voice that reads aloud"),
    ("portal/cases/", "a letter, or where an application stands"),
    ("portal/answers/", "an answer that is shown, or what to mend about it"),
    ("portal/journey/", "what to mend or to look at once more"),
    ("portal/web/errors", "a page of an error"),
    ("portal/municipalities/", "the box that tells whom to call"),
    ("portal/catalogue/services/", "a service"),
    ("templates/", "a page"),
    ("portal/resident/", "a page"),
)
"""The beginning of a file's name and what is written there, for messages no picture has."""


class Seen(NamedTuple):
    """A page in a state, as a11y/pages.yaml names them; `place` is what the message is there: button, label …"""

    page: str
    state: str
    place: str

    @property
    def picture(self) -> str:
        """The name of the picture in var/screenshots/as-it-comes."""
        return picture(self.page, self.state)


def picture(page: str, state: str) -> str:
    """What the picture of a page in a state is called."""
    return re.sub("[^a-z0-9]+", "-", f"{page} {state}".lower()).strip("-") + ".png"


@cache
def places() -> Mapping[str, Seen]:
    """Where each message is seen first, by its Japanese text."""
    path = words.LOCALES / FILE
    read = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {source: Seen(*told) for source, told in read.items()}


def used(files: tuple[str, ...]) -> str:
    """What the files of a message are, in words."""
    found = dict.fromkeys(kind for file in files for begins, kind in KINDS if file.startswith(begins))
    return next(iter(found), "somewhere else")
