"""`catalogue check`: nothing to mend, or everything there is to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.cli import main
from tests.catalogue.given import service, written


def test_the_shipped_services_pass(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["catalogue", "check"])
    assert ended.value.code == 0
    assert "nothing to mend" in capsys.readouterr().out


def test_mistakes_are_listed_with_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, service(colour="red", minutes=-1))
    with pytest.raises(SystemExit) as ended:
        main(["catalogue", "check", str(tmp_path)])
    told = capsys.readouterr().out
    assert ended.value.code == 1
    assert f"{path}:" in told
    assert "'colour'" in told
    assert "to mend" in told
