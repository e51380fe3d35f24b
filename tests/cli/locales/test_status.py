"""`locales status`: how far each language is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portal.cli import main
from portal.cli.locales.status import COLUMNS, standing
from portal.language import words
from portal.language.translating import seen
from portal.language.words import LANGUAGES, OTHERS
from tests.language.translating.given import files

AMISS = {
    'msgstr "Tiếp tục"': 'msgstr ""',
    'msgstr[0] "{n} người"': 'msgstr[0] "người"',
    "#: portal/answers/photo.py\n#, python-brace-format": "#: portal/answers/photo.py\n#, fuzzy, python-brace-format",
    "là số để": "là mã để",
    "#: templates/resident/later.html": "# reviewed: Nguyễn An, 2026-12-01\n#: templates/resident/later.html",
}


@pytest.fixture
def amiss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A language of which something of each kind is to be said."""
    monkeypatch.setattr(words, "LOCALES", files(tmp_path))
    monkeypatch.setattr(seen, "places", dict)
    path = tmp_path / "vi" / "LC_MESSAGES" / "portal.po"
    text = path.read_text()
    for before, after in AMISS.items():
        assert before in text
        text = text.replace(before, after)
    path.write_text(text)
    services = tmp_path / "vi" / "LC_MESSAGES" / "services.po"
    services.write_text(services.read_text().replace("Chủ hộ", f" Chủ hộ{' rất' * 40}"))


@pytest.mark.usefixtures("amiss")
def test_what_is_amiss_is_counted() -> None:
    found = {name: len(of) for name, of in standing("vi").items()}
    assert found.pop("all") == 4
    assert found == {
        **{"untranslated": 1, "fuzzy": 1, "unreviewed": 3, "long": 1},
        **{"values": 1, "glossary": 1, "other": 1},
    }


@pytest.mark.usefixtures("amiss")
@pytest.mark.parametrize(
    ("wish", "told"), [("values", "{n} is missing"), ("glossary", "続きの番号"), ("fuzzy", "{n}人")]
)
def test_messages_are_listed_with_their_lines(capsys: pytest.CaptureFixture[str], wish: str, told: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["locales", "status", "--language", "vi", "--list", wish])
    assert ended.value.code == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("locales/vi/LC_MESSAGES/portal.po:")
    assert told in line


def test_every_language_is_told_in_its_row_and_nothing_is_amiss(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["locales", "status", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert {*told} == {*OTHERS}
    left = {code: {name: found[name] for name in COLUMNS if name != "unreviewed"} for code, found in told.items()}
    assert not [code for code, found in left.items() if any(found.values())], left
    assert ended.value.code == 0
    with pytest.raises(SystemExit):
        main(["locales", "status"])
    rows = capsys.readouterr().out
    assert all(code in rows for code in OTHERS)


def test_a_language_says_it_was_read_by_people_only_when_all_of_it_was() -> None:
    for language in LANGUAGES[2:]:  # the first two are Japanese, and nobody's translation
        assert language.reviewed == (not standing(language.code)["unreviewed"])
