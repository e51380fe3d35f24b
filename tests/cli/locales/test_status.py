"""`locales status`: how far each language is."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.cli import main
from portal.cli.locales import status
from portal.language.words import LANGUAGES, SOURCE

HALF = """
# reviewed: Nguyễn An, 2026-12-01
msgid "はい"
msgstr "Có"

#, fuzzy
msgid "いいえ"
msgstr "Không"

msgid "次へ"
msgstr ""
"""


def test_every_language_is_told_in_its_row(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["locales", "status"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert all(language.code in told for language in LANGUAGES if language.code != SOURCE)


def test_what_is_missing_guessed_and_read_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "vi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "portal.po").write_text(HALF)
    (folder / "services.po").write_text("")
    monkeypatch.setattr(status, "LOCALES", tmp_path)
    found = status.standing("vi")
    assert (found.messages, found.translated, found.fuzzy, found.reviewed) == (3, 2, 1, 1)
    assert not found.whole


def test_a_language_says_it_was_read_by_people_only_when_all_of_it_was() -> None:
    for language in LANGUAGES[2:]:  # the first two are Japanese, and nobody's translation
        found = status.standing(language.code)
        assert language.reviewed == (found.reviewed == found.messages)
