"""A file is one noun, a function one story: small enough to read at a glance."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import files, named

MOST_LINES = {
    "portal/*.py": 250,
    "tests/*.py": 250,
    "a11y/*.py": 250,
    "templates/*.html": 120,
    "templates/*.txt": 120,
    "templates/components/*/macro.html": 60,
    "static/*.css": 200,
    "static/*.js": 200,
}
DRAWERS = {"utils", "helpers", "common", "base", "manager", "misc", "types"}
FUNCTION, PARAMETERS, ROOM = 40, 5, 10


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, those in classes too."""
    tree = ast.parse(path.read_text())
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("pattern", MOST_LINES)
def test_a_file_is_one_noun(pattern: str) -> None:
    counted = {named(path): len(path.read_text().splitlines()) for path in files(pattern)}
    assert not {name: lines for name, lines in counted.items() if lines > MOST_LINES[pattern]}


def test_a_function_is_one_story() -> None:
    long = {
        f"{named(path)} {function.name}": lines
        for path in files("portal/*.py")
        for function in functions(path)
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > FUNCTION
    }
    assert not long


def test_a_function_takes_few_things() -> None:
    greedy = {
        f"{named(path)} {function.name}": len(taken)
        for path in files("portal/*.py")
        for function in functions(path)
        if len(taken := [a for a in parameters(function) if a.arg not in {"self", "cls"}]) > PARAMETERS
    }
    assert not greedy


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    """What a function takes, by whatever way."""
    return [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]


def test_a_room_has_few_files() -> None:
    inside = Counter(path.parent for path in files("portal/*/*.py") if path.name != "__init__.py")
    crowded = {named(room): n for room, n in inside.items() if n > ROOM}
    crowded.pop("portal/answers", None)  # one file per kind of answer
    crowded.pop("portal/storage/migrations/versions", None)  # one file per change of the tables
    assert not crowded


def test_no_file_is_a_drawer() -> None:
    assert not [named(path) for path in files("*.py") if path.stem.strip("_") in DRAWERS]


def test_templates_have_no_style_or_script_inside() -> None:
    inside = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=", re.IGNORECASE)
    pages = [path for path in files("templates/*.html") if "letters" not in path.parts]
    assert not [named(path) for path in pages if inside.search(path.read_text())]
