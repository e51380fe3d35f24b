"""`locales export` and `locales import`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from portal.cli import main
from portal.language import words
from portal.language.translating import seen
from portal.language.translating.messages import every
from portal.language.translating.said import Said, keep, mark
from portal.storage.database import Database
from tests.language.translating.given import files


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A language's files of a test's own."""
    monkeypatch.setattr(words, "LOCALES", files(tmp_path))
    monkeypatch.setattr(seen, "places", dict)
    return tmp_path


def run(*arguments: str) -> int | str | None:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        main(["locales", *arguments])
    return ended.value.code


@pytest.mark.parametrize("kind", ["xliff", "po"])
def test_a_language_goes_out_and_comes_in(locales: Path, capfdbinary: pytest.CaptureFixture[bytes], kind: str) -> None:
    assert run("export", "vi", "--format", kind) == 0
    sent = locales / "sent"
    sent.write_bytes(capfdbinary.readouterr().out.replace("Chủ hộ".encode(), "Người chủ hộ".encode()))
    assert run("import", str(sent), "--reviewer", "An", "--dry-run") == 0
    assert "Người" not in (locales / "vi/LC_MESSAGES/services.po").read_text()
    assert run("import", str(sent), "--reviewer", "An") == 0
    assert "1 messages are changed, 0 are read by An" in capfdbinary.readouterr().out.decode()
    assert "Người chủ hộ" in (locales / "vi/LC_MESSAGES/services.po").read_text()


def test_a_mistake_is_told_by_its_line(locales: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    before = (locales / "vi/LC_MESSAGES/services.po").read_bytes()
    assert run("export", "vi") == 0
    sent = locales / "sent.xlf"
    sent.write_bytes(capfdbinary.readouterr().out.replace("Chủ hộ".encode(), b"Gia"))
    assert run("import", str(sent), "--reviewer", "An") == 1
    told = capfdbinary.readouterr()
    line = 1 + sent.read_text().partition(">Gia")[0].count("\n") - 2
    assert f"{sent}:{line}: 「世帯主」" in told.out.decode()
    assert b"nothing was taken in" in told.err
    assert (locales / "vi/LC_MESSAGES/services.po").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"<!DOCTYPE x><xliff/>", b"\x00\x01"])
def test_a_file_that_is_not_ours_is_refused(locales: Path, capsys: pytest.CaptureFixture[str], content: bytes) -> None:
    (locales / "sent").write_bytes(content)
    assert run("import", str(locales / "sent"), "--reviewer", "An") == 1
    assert run("import", str(locales / "nowhere"), "--reviewer", "An") == 1
    assert capsys.readouterr().out.count("sent") >= 1


@pytest.mark.parametrize("name", ["", " ", "a\u202eb", "x" * 81, "An, 2026"])
def test_a_reader_has_a_name(locales: Path, name: str) -> None:
    assert run("import", "x", "--reviewer", name) == 2


def test_what_towns_say_goes_out(
    database: Database,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.setenv("YORISOI_DATABASE_URL", database.url)
    told = next(one for one in every("vi") if one.source[0] == "次へ")
    with database.writing() as db:
        keep(db, "990019", ("vi", told.id), Said(mark(told), ("Đi tiếp",), "a", now))
        keep(db, "990027", ("vi", every("vi")[0].id), Said("of an older translation", (), "b", now))
    assert run("export", "vi", "--proposals") == 0
    content = capfdbinary.readouterr().out.decode()
    assert content.count("<trans-unit") == 1
    assert 'state="needs-review-translation">Đi tiếp</target>' in content
    assert "かすみがはま市: Đi tiếp" in content
