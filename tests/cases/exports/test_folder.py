"""Files are whole or not there, the owner's alone, and hold every case."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from portal.cases.document import document
from portal.cases.exports.folder import Folder
from portal.cases.exports.sheet import SHIFT_JIS
from portal.cases.exports.signs import CODE_PAGE
from portal.cases.exports.table import Table, Told
from tests.cases.exports.test_table import NEW, OLD
from tests.cases.given import received, sent

TABLES = {"kyufukin": Table.of([OLD, NEW])}
CASE = Told(received(sent()))


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_service_has_its_table_and_one_of_people(tmp_path: Path) -> None:
    with Folder(tmp_path / "out", "town", TABLES) as folder:
        folder.row(CASE)
        folder.row(CASE)
        folder.row(Told(received(sent(service="unknown"))))
    rows = {"town-kyufukin.csv": 2, "town-kyufukin-people.csv": 2, "town-unknown.csv": 1, "town-unknown-people.csv": 1}
    assert folder.written == rows
    assert names(tmp_path / "out") == sorted(rows)
    with (tmp_path / "out" / "town-kyufukin.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [len(row) for row in csv.reader(file)] == [len(TABLES["kyufukin"].heads)] * 3
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "out").iterdir()} == {0o600}


def test_what_shift_jis_could_not_hold_lies_beside_it(tmp_path: Path) -> None:
    with Folder(tmp_path, "town", TABLES, SHIFT_JIS) as folder:
        folder.row(Told(received(sent(applicant="𠮷田 花子", answers=()))))
    assert names(tmp_path) == ["town-kyufukin-signs.csv", "town-kyufukin.csv"]
    assert "吉田 花子" in (tmp_path / "town-kyufukin.csv").read_text(CODE_PAGE)
    assert "4827-1936-52,本人の名前,𠮷,U+20BB7,吉" in (tmp_path / "town-kyufukin-signs.csv").read_text("utf-8-sig")


def test_a_line_tells_what_the_api_tells(tmp_path: Path) -> None:
    with Folder(tmp_path, "town", {}) as folder:
        folder.line(CASE)
        folder.line(CASE)
    lines = (tmp_path / "town.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [document(CASE.case)] * 2


def test_half_a_file_is_none(tmp_path: Path) -> None:
    def fill_the_disk() -> None:
        with Folder(tmp_path, "town", TABLES) as folder:
            folder.row(CASE)
            raise OSError("full")

    (tmp_path / "town-kyufukin.csv").write_text("before")
    with pytest.raises(OSError, match="full"):
        fill_the_disk()
    assert names(tmp_path) == ["town-kyufukin.csv"]
    assert (tmp_path / "town-kyufukin.csv").read_text() == "before"
