"""The README's programs, as they stand there."""

from __future__ import annotations

import re

from tests.serving import HOUSE

BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def example(language: str, about: str) -> str:
    """The first one in a language in which a word stands."""
    blocks = BLOCK.findall((HOUSE / "README.md").read_text(encoding="utf-8"))
    return next(text for written, text in blocks if written == language and about in text)
