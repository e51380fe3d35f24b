"""The files of the house that hold Japanese texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

HOUSE = Path(__file__).parents[2]
WHERE = (
    "templates/**/*.html",
    "templates/**/*.txt",
    "portal/**/*.py",
    "portal/catalogue/services/**/*.yaml",
    "portal/municipalities/data/*.yaml",
    "locales/ja-simple/LC_MESSAGES/*.po",
)


def sources() -> Mapping[str, str]:
    """Path from the top of the house → content."""
    return {
        path.relative_to(HOUSE).as_posix(): path.read_text(encoding="utf-8")
        for pattern in WHERE
        for path in sorted(HOUSE.glob(pattern))
    }
