"""A certificate that will not do is told with its line before a letter waits for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from portal.cli import main
from portal.cli.delivery import certificates
from portal.municipalities import Municipality, load
from portal.settings import Settings
from tests.delivery.certificates import issued, rsa_key
from tests.municipalities.test_delivery import FIRST, written

LINES = "delivery:\n- kind: api\n- kind: email\n  certificate: welfare.pem"


@pytest.fixture
def towns(tmp_path: Path) -> list[Municipality]:
    """A town whose department wants its mails sealed."""
    written(tmp_path, LINES)
    return list(load(tmp_path).values())


def told(folder: Path, towns: list[Municipality], now: datetime) -> list[str]:
    """What is amiss, without the folder."""
    settings = Settings(certificates=str(folder))
    faults = certificates.amiss(settings, towns, now, folder)
    return [f"{fault.path.name}:{fault.line}: {fault.message}" for fault in faults]


def test_one_that_is_not_there(tmp_path: Path, towns: list[Municipality], now: datetime) -> None:
    (line,) = told(tmp_path, towns, now)
    assert line.startswith(f"990019.yaml:{FIRST + 2}: 'welfare.pem': the department's certificate is not there")
    assert "YORISOI_CERTIFICATES" in line


def test_one_that_has_ended(tmp_path: Path, towns: list[Municipality], now: datetime) -> None:
    old = issued("a@town.example", key=rsa_key(), end=datetime(2026, 11, 1, tzinfo=UTC))
    (tmp_path / "welfare.pem").write_bytes(old.pem)
    (line,) = told(tmp_path, towns, now)
    assert "(certificate expired 2026-11-01); ask the department for the new one" in line


def test_one_that_holds_and_one_that_ends_soon(tmp_path: Path, towns: list[Municipality], now: datetime) -> None:
    settings = Settings(certificates=str(tmp_path))
    for days, sentences in ((90, 0), (20, 1)):
        made = issued("a@town.example", key=rsa_key(), end=now + timedelta(days=days))
        (tmp_path / "welfare.pem").write_bytes(made.pem)
        assert told(tmp_path, towns, now) == []
        assert len(certificates.ending(settings, towns, now)) == sentences
    assert "ends on 2026-12-14" in certificates.ending(settings, towns, now)[0]


def test_the_check_tells_it_with_everything_else(
    tmp_path: Path, towns: list[Municipality], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("portal.cli.catalogue.served", lambda settings: {"town": towns[0]})
    monkeypatch.setattr(certificates.amiss, "__defaults__", (tmp_path,))
    with pytest.raises(SystemExit) as ended:
        main(["catalogue", "check"])
    assert ended.value.code == 1
    assert f"990019.yaml:{FIRST + 2}: 'welfare.pem'" in capsys.readouterr().out
