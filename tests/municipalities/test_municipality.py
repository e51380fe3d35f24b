"""Towns: the shipped ones can be served, and a broken file is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.municipalities import load
from portal.municipalities.municipality import DATA, BadMunicipality


def test_the_two_fictional_towns() -> None:
    towns = load()
    assert {"kasumigahama", "hoshino"} <= towns.keys()
    assert all(town.departments for town in towns.values())


def copied(folder: Path, name: str, **changes: str) -> None:
    """One shipped town under another name, some texts replaced."""
    text = (DATA / "990019.yaml").read_text()
    for old, new in changes.items():
        text = text.replace(old, new)
    (folder / name).write_text(text)


def test_a_file_is_named_by_its_code(tmp_path: Path) -> None:
    copied(tmp_path, "990027.yaml")
    with pytest.raises(BadMunicipality, match=r"990027\.yaml"):
        load(tmp_path)


def test_a_key_nobody_knows_is_a_mistake(tmp_path: Path) -> None:
    copied(tmp_path, "990019.yaml", slug="slogan")
    with pytest.raises(BadMunicipality, match="slogan"):
        load(tmp_path)


def test_a_mistyped_code_is_a_mistake(tmp_path: Path) -> None:
    copied(tmp_path, "990018.yaml", **{"990019": "990018"})
    with pytest.raises(BadMunicipality, match="last digit"):
        load(tmp_path)
