"""`speech build` and `speech say`: all published sound made once; one thing said or spelled."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import soundfile

from portal.cli import main
from portal.speech.published import Published
from portal.speech.voices.google import GivenUp, Google
from tests.serving import borrow_registries
from tests.speech.given import full_disk

Run = Callable[..., tuple[int, str]]
FEW = 3


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command; gives the exit code and what it printed."""
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    borrow_registries(tmp_path)

    def command(*words: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main(["speech", *words])
        return int(str(ended.value.code)), capsys.readouterr().out

    return command


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A house with few published sentences in every language."""
    whole = Published._texts
    monkeypatch.setattr(Published, "_texts", lambda self, language: list(whole(self, language))[:FEW])


def sounds(var: Path) -> set[str]:
    """Every file of the shelf."""
    return {path.name for path in (var / "speech" / "sounds").rglob("*") if path.is_file()}


def made(told: str) -> tuple[int, int]:
    """How many sentences were made and how many were there."""
    line = next(line for line in told.splitlines() if " sentences: " in line)
    _, _, made, _, kept, *_ = line.split()
    return int(made), int(kept)


@pytest.mark.usefixtures("few")
class TestBuild:
    def test_makes_everything_once(self, run: Run, tmp_path: Path) -> None:
        code, told = run("build")
        count, before = made(told)
        assert (code, before) == (0, 0)
        assert len(sounds(tmp_path)) == 3 * count
        assert made(run("build")[1]) == (0, count)

    def test_goes_on_where_it_was_stopped(self, run: Run, tmp_path: Path) -> None:
        count, _ = made(run("build", "--language", "en")[1])
        gone = sorted((tmp_path / "speech" / "sounds").rglob("*.mp3"))[0]
        gone.unlink()
        assert made(run("build", "--language", "en", "--processes", "1")[1]) == (1, count - 1)

    def test_a_full_disk_stops_it_with_a_word(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("portal.speech.published.shelf.os.replace", full_disk)
        code, told = run("build", "--language", "en")
        assert code == 1
        assert "could not be written" in told
        assert "goes on from here" in told

    def test_a_voice_on_the_net_that_gives_up_stops_it(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        asked = list[str]()

        def speak(_: Google, text: object) -> None:
            asked.append("")
            raise GivenUp("come back later")

        monkeypatch.setattr(Google, "speak", speak)
        code, told = run("build", "--voice", "google")
        assert (code, len(asked)) == (1, 1)
        assert "come back later" in told


class TestSay:
    def test_words_with_their_times(self, run: Run) -> None:
        code, told = run("say", "はい、そうです。")
        assert code == 0
        assert [line.split()[2] for line in told.splitlines()] == ["はい、", "そうです。"]

    def test_as_katakana(self, run: Run) -> None:
        assert run("say", "--kana", "世帯主の方。次へ。") == (0, "セタイヌシノカタ。\nツギエ。\n")

    def test_an_answer_as_its_kind_is_spoken(self, run: Run) -> None:
        code, told = run("say", "--kind", "date", "--kana", "S10.4.1")
        assert code == 0
        assert told.startswith("ショーワジューネン")

    def test_an_answer_that_cannot_be_taken(self, run: Run) -> None:
        code, told = run("say", "--kind", "date", "こんど")
        assert code == 1
        assert "。" in told

    @pytest.mark.parametrize(("suffix", "format"), [("mp3", "MP3"), ("opus", "OGG")])
    def test_as_a_file(self, run: Run, tmp_path: Path, suffix: str, format: str) -> None:
        assert run("say", "--language", "en", "--out", str(tmp_path / f"a.{suffix}"), "Yes. Please go on.")[0] == 0
        told = soundfile.info(io.BytesIO((tmp_path / f"a.{suffix}").read_bytes()))
        assert told.format == format
        assert told.duration > 1

    def test_wrong_calls_are_told(self, run: Run) -> None:
        assert run("say", "--out", "a.wav", "はい")[0] == 2
        assert run("say", "--language", "en", "--kana", "Yes")[0] == 1
        assert run("say", "★")[0] == 1
