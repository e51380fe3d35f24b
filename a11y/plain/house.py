"""The files of the house that hold Japanese texts."""

from __future__ import annotations

from collections.abc import Mapping

from a11y.sources import sources
from tests.house.tree import files, named


def with_code() -> Mapping[str, str]:
    """What checks read, and the code, so that a finding tells the line of a message: path → content."""
    return {**sources(), **{named(path): path.read_text() for path in files("portal/*.py")}}
