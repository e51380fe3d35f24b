"""The settings an operator reads about are the settings there are."""

from __future__ import annotations

import re
from dataclasses import fields

from portal.settings import PREFIX, Settings
from tests.house.tree import HOUSE

ROW = re.compile(rf"^\| `{PREFIX}.*\|$", re.MULTILINE)


def test_the_readme_tells_every_setting_and_no_other() -> None:
    readme = (HOUSE / "README.md").read_text()
    real = [f"| `{PREFIX}{f.name.upper()}` | {_shown(f.default)} | {f.metadata['meaning']} |" for f in fields(Settings)]
    assert ROW.findall(readme) == real, "the table must read:\n" + "\n".join(real)


def _shown(default: object) -> str:
    if isinstance(default, bool):
        return "yes" if default else "no"
    return str(default) or "(empty)"
