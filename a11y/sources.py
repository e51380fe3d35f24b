"""The sources that checks read: templates, styles, scripts, languages, services and towns."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.tree import files, named

READ = ("templates/*", "static/*.css", "static/*.js", "locales/*.po", "portal/*.yaml")


def sources() -> Mapping[str, str]:
    """Path from the top of the house → text."""
    return {named(path): path.read_text() for pattern in READ for path in files(pattern)}
