"""A mistyped town is answered with those there are, by every command that asks for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.cli import main

ASKING = (
    "api client list {}",
    "consent checkpoint {}",
    "consent letter {} 0000000000",
    "delivery secret {} welfare",
    "delivery try {} welfare",
    "desk list {}",
    "export {}",
    "retention --town {}",
)


@pytest.mark.parametrize("words", ASKING)
def test_any_other_town_is_told_the_names(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    with pytest.raises(SystemExit) as ended:
        main(words.format("kasumi").split())
    assert ended.value.code == 2
    assert capsys.readouterr().err == "There is no town kasumi; there are kasumigahama, hoshino.\n"
