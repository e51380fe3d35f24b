"""`speech check`: what is approved passes, what is read otherwise is shown and may be kept, the list is measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.cli import main
from portal.speech.reading import approved, measured
from tests.serving import borrow_registries


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> object:
    """Run the command; gives the exit code and what it printed."""
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path / "var"))
    (tmp_path / "var").mkdir()
    borrow_registries(tmp_path / "var")

    def command(*words: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main(["speech", "check", *words])
        return int(str(ended.value.code)), capsys.readouterr().out

    return command


@pytest.fixture
def one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of one approved sentence, and a source that says it."""
    file = tmp_path / "readings.kana"
    approved.keep(file, {"ja": {"世帯主です": "セタイヌシデス", "もう言わない": "モーイワナイ"}})
    monkeypatch.setattr(approved, "published", lambda _: {file: {"ja": {"世帯主です": "世帯主です"}}})
    return file


def test_a_difference_is_shown_until_it_is_kept(run: object, one_sentence: Path) -> None:
    assert callable(run)
    code, told = run()
    assert (code, told.splitlines()[-1]) == (1, "1 sentences, 1 to approve")
    assert "もう言わない" in told
    code, told = run("--write")
    assert (code, told.splitlines()[-1]) == (0, "1 sentences, 1 read anew: read these lines")
    assert run() == (0, "1 sentences, 0 to approve\n")
    assert "モーイワナイ" not in one_sentence.read_text()


def test_the_list_is_measured_section_by_section(run: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terms = tmp_path / "terms.yaml"
    terms.write_text("words: {役所: {世帯主: セタイヌシ, 印: シルシ}}\npeople: []\ntowns: []\n")
    monkeypatch.setattr(measured, "TERMS", terms)
    assert callable(run)
    code, told = run("--readings")
    assert (code, told.splitlines()[-3:]) == (0, ["役所 1 / 2", "市区町村 1892 / 1892", "1893 / 1894"])
    assert "シルシ" in told
