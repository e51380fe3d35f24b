"""Towns: the shipped ones can be served, and every mistake of a file is told with its line and how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.municipalities import load
from portal.municipalities.delivery import WHOLE
from portal.municipalities.municipality import DATA
from portal.municipalities.source import Faulty


def test_the_two_fictional_towns() -> None:
    towns = load()
    assert {"kasumigahama", "hoshino"} <= towns.keys()
    assert all(town.departments for town in towns.values())


def test_the_fictional_towns_show_each_way_that_needs_no_system_of_theirs() -> None:
    departments = [one for town in load().values() for one in town.departments.values()]
    assert {channel.kind for one in departments for channel in one.delivery} == {"email", "batch", "api"}
    assert {one.limit for one in departments} > {24}


def copied(folder: Path, name: str, **changes: str) -> None:
    """One shipped town under another name, some texts replaced."""
    text = (DATA / "990019.yaml").read_text()
    for old, new in changes.items():
        text = text.replace(old, new)
    (folder / name).write_text(text)


def told(folder: Path) -> list[str]:
    """The mistakes of a folder, without its path."""
    with pytest.raises(Faulty) as found:
        load(folder)
    return [f"{fault.path.name}:{fault.line}: {fault.message}" for fault in found.value.faults]


def test_a_department_that_says_nothing_gets_one_whole_mail(tmp_path: Path) -> None:
    text = (DATA / "990019.yaml").read_text().partition("departments:")[0]
    (tmp_path / "990019.yaml").write_text(f"{text}departments:\n  a: {{name: 係, email: a@b.example, phone: '1'}}\n")
    (department,) = load(tmp_path)["kasumigahama"].departments.values()
    assert (department.delivery, department.limit) == (WHOLE, 24)


def test_a_file_is_named_by_its_code(tmp_path: Path) -> None:
    copied(tmp_path, "990027.yaml")
    assert told(tmp_path) == ["990027.yaml:1: 'code' must be the file's name; call the file 990019.yaml"]


def test_a_key_nobody_knows_is_a_mistake(tmp_path: Path) -> None:
    copied(tmp_path, "990019.yaml", slug="slogan")
    assert [line for line in told(tmp_path) if "nothing is called 'slogan' here" in line]


def test_a_mistyped_code_is_a_mistake(tmp_path: Path) -> None:
    copied(tmp_path, "990018.yaml", **{"990019": "990018"})
    assert ["last digit" in line for line in told(tmp_path)] == [True]


def test_two_towns_have_two_slugs(tmp_path: Path) -> None:
    copied(tmp_path, "990019.yaml")
    copied(tmp_path, "990027.yaml", **{"990019": "990027"})
    assert told(tmp_path) == ["990027.yaml:2: 'slug' is that of かすみがはま市 too; choose another"]


def test_every_mistake_of_every_town_is_told_at_once(tmp_path: Path) -> None:
    copied(tmp_path, "990019.yaml", **{"phone: 0000-00-0001": "telephone: 1", "hours": "hour"})
    (tmp_path / "990027.yaml").write_text("a: b\n\tc")
    lines = told(tmp_path)
    assert len(lines) == 5
    assert lines[-1].startswith("990027.yaml:2: ")
