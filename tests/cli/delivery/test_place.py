"""A mistyped department is answered with those there are."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import pytest

from portal.cli.delivery.place import add_place, place_of
from portal.settings import Settings


def place(folder: Path, *words: str) -> tuple[str, str]:
    parser = ArgumentParser()
    add_place(parser)
    town, department = place_of(Settings(var=folder), parser.parse_args(words))
    return town.slug, department


def test_a_department_of_a_town(tmp_path: Path) -> None:
    assert place(tmp_path, "kasumigahama", "welfare") == ("kasumigahama", "welfare")


def test_any_other_is_told_the_names(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="it has welfare, "):
        place(tmp_path, "kasumigahama", "wellfare")
