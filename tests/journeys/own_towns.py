"""The portal with towns of a test's own: `python -m tests.journeys.own_towns`, with their folder in TOWNS."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copytree
from typing import Any

import yaml

from portal.municipalities import municipality

LOAD: Any = municipality.load


def received_by(folder: Path, department: str, delivery: list[dict[str, str]]) -> Path:
    """A folder of the shipped towns, in which the department of the first receives its cases so."""
    copytree(municipality.DATA, folder)
    path = min(folder.glob("*.yaml"))
    town = yaml.safe_load(path.read_text(encoding="utf-8"))
    town["departments"][department]["delivery"] = delivery
    path.write_text(yaml.safe_dump(town, allow_unicode=True), encoding="utf-8")
    return folder


if __name__ == "__main__":
    LOAD.__defaults__ = (Path(os.environ["TOWNS"]),)
    from portal.cli import main

    main()
