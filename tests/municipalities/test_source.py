"""A source: the line of every value, and mistakes of YAML itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.municipalities.source import Faulty, Source

TEXT = "title: a\nquestions:\n  - id: x\n    kind: text\n  - id: y\n    options:\n      - {id: p}\n"


def test_every_value_knows_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT)
    source = Source(path)
    assert source.line(("questions", 0, "kind")) == 4
    assert source.line(("questions", 1, "options", 0, "id")) == 7
    assert source.line(("questions", 1, "ask")) == 5, "what is missing is missed where it should stand"
    assert str(source.fault(("title",), "no")) == f"{path}:1: no"


def test_a_key_that_stands_twice_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("title: a\nwho: b\ntitle: c\n")
    assert [fault.line for fault in Source(path).faults] == [3]


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"title: a\n\tx: b\n", 2), (b"- a\n", 1), (b"title: \xff\n", 1), (b"", 1)],
    ids=["a tab", "a list", "not UTF-8", "empty"],
)
def test_what_is_no_yaml_mapping_says_so(tmp_path: Path, content: bytes, line: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(content)
    with pytest.raises(Faulty) as found:
        Source(path)
    assert [fault.line for fault in found.value.faults] == [line]
