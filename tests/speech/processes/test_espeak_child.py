"""The process eSpeak NG lives in: its frames, and that it knows nothing of the house."""

from __future__ import annotations

import ast
import struct
from collections.abc import Iterator
from pathlib import Path

import espeakng_loader
import pytest

from portal.processes.child import Child
from portal.speech.voices.espeak import SCRIPT, SPOKEN


@pytest.fixture
def child() -> Iterator[Child]:
    """The process."""
    one = Child("-I", str(SCRIPT))
    yield one
    one.end()


def asked(child: Child, language: str, text: str) -> tuple[list[tuple[int, ...]], bytes]:
    """The words' frames and the samples."""
    answer = child.ask(f"{language}\n150\n{text}".encode(), 30)
    count = int.from_bytes(answer[:4], "big")
    return [struct.unpack_from(">3I", answer, 4 + 12 * n) for n in range(count)], answer[4 + 12 * count :]


def test_words_come_with_their_times_and_places(child: Child) -> None:
    words, samples = asked(child, "en-us", "Yes, I do.")
    assert [(start, length) for _, start, length in words] == [(0, 3), (5, 1), (7, 2)]
    assert [at for at, _, _ in words] == sorted({at for at, _, _ in words})
    assert words[-1][0] < len(samples) / 2 / 22_050 * 1000


@pytest.mark.parametrize("language", SPOKEN.values())
def test_every_language_has_a_sound(child: Child, language: str) -> None:
    _, samples = asked(child, language, "1, 2, 3")
    assert len(samples) > 22_050


def test_an_unknown_language_has_none(child: Child) -> None:
    assert asked(child, "tlh", "nuqneH") == ([], b"")
    assert asked(child, "en-us", "Yes.")[1]


def test_it_imports_nothing_of_the_house() -> None:
    tree = ast.parse(SCRIPT.read_text())
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported == {"__future__"}


def test_a_folder_with_a_long_name_is_no_hindrance(tmp_path: Path) -> None:
    long = tmp_path / ("市役所" * 20) / ("a" * 120) / "espeak-ng-data"
    long.parent.mkdir(parents=True)
    long.symlink_to(espeakng_loader.get_data_path())
    elsewhere = f"""
import runpy, espeakng_loader
espeakng_loader.get_data_path = lambda: {str(long)!r}
runpy.run_path({str(SCRIPT)!r}, run_name="__main__")
"""
    child = Child("-I", "-c", elsewhere)
    try:
        assert asked(child, "en-us", "Yes.")[1]
    finally:
        child.end()
