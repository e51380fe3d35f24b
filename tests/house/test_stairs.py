"""Imports go down only, every room says what it is, and only the doorkeepers look at the clock."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import HOUSE, files, named, rooms

CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time")}
WATCHES = {"portal/web", "portal/cli"}


def test_imports_go_down_the_stairs() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run([linter, "--no-cache"], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


def test_every_room_has_its_step() -> None:
    contracts = tomllib.loads((HOUSE / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    steps = {word.strip(" ()") for layer in contracts[0]["layers"] for word in layer.split("|")}
    assert contracts[0]["exhaustive"]
    assert {room.name for room in rooms()} <= steps


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_a_room_opens_with_its_signboard(room: Path) -> None:
    sign = ast.get_docstring(ast.parse((room / "__init__.py").read_text()))
    assert sign, f"{named(room)}/__init__.py needs a docstring: what lives here"
    assert "import" in sign, f"{named(room)}/__init__.py says what lives here, but not what it may import"


@pytest.mark.parametrize("path", files("portal/*.py"), ids=named)
def test_a_file_opens_with_its_sentence(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text()))


def test_only_doorkeepers_look_at_the_clock() -> None:
    looked = [
        f"{named(path)}:{node.lineno}"
        for path in files("portal/*.py")
        if not any(named(path).startswith(watch) for watch in WATCHES)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _reads(node.func)
    ]
    assert not looked, "the others are told `now`"


def _reads(call: ast.Attribute) -> bool:
    return (ast.unparse(call.value).rpartition(".")[2], call.attr) in CLOCKS
