"""What comes in: all of a file or nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from portal.language.translating import out, po, xliff
from portal.language.translating.messages import DOMAINS, every, path
from portal.language.translating.taken import Taken, _anew, taken, write
from portal.language.words import OTHERS

READER = "Nguyễn An, 2026-12-01"


def changed(source: str, target: str, *, read: bool = False) -> Taken:
    """The language taken in with one text changed."""
    units = [replace(unit, target=target, read=read) if unit.source == source else unit for unit in out.units("vi")]
    return taken("vi", xliff.read(xliff.written("vi", units))[1])


def test_nothing_changed_changes_nothing(locales: Path) -> None:
    before = [file.read_bytes() for file in sorted(locales.rglob("*.po"))]
    for kind in (xliff, po):
        found = taken("vi", kind.read(kind.written("vi", out.units("vi")))[1])
        assert (found.mistakes, found.changed, found.read) == ([], set(), set())
        write(found, READER)
    assert [file.read_bytes() for file in sorted(locales.rglob("*.po"))] == before
    assert not [*locales.rglob("*.new")]


def test_a_text_and_its_reader_are_kept(locales: Path) -> None:
    write(changed("世帯主", "Người là chủ hộ", read=True), READER)
    (told,) = (told for told in every("vi") if told.source == ("世帯主",))
    assert (told.translation, told.reader) == (("Người là chủ hộ",), READER)
    assert [one.reader for one in every("vi") if one.id != told.id] == ["", "", ""]
    assert f"# reviewed: {READER}\n#: portal/" in (locales / "vi/LC_MESSAGES/services.po").read_text()
    write(changed("世帯主", "Chủ hộ"), READER)
    assert not any(told.reader for told in every("vi")), "what is written anew was not read yet"


def test_a_counted_text_is_taken(locales: Path) -> None:
    write(changed("{n}人", "có {n} người", read=True), READER)
    (told,) = (told for told in every("vi") if told.source[0] == "{n}人")
    assert (told.translation, told.reader) == (("có {n} người",), READER)


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("次へ", "Tiếp", "「次へ」 is called “Tiếp”"),
        ("世帯主", "Gia trưởng", "by the glossary"),
        ("{n}人", "người", "{n} is missing"),
        ("世帯主", "<script>chủ hộ", "<, > and &"),
    ],
)
def test_a_mistake_keeps_all_of_it_out(locales: Path, source: str, target: str, words: str) -> None:
    (mistake,) = changed(source, target).mistakes
    assert words in mistake.words
    assert mistake.line, "by its line"


def test_a_text_whose_japanese_has_changed_is_told_with_what_it_is_now(locales: Path) -> None:
    content = xliff.written("vi", out.units("vi"))
    path = locales / "vi/LC_MESSAGES/portal.po"
    path.write_text(path.read_text().replace("続きの番号です。", "続きの番号です"))
    (mistake,) = taken("vi", xliff.read(content)[1]).mistakes
    assert "not in use any more" in mistake.words
    assert "続きの番号です」 now" in mistake.words
    assert mistake.line


def test_a_file_cannot_change_the_japanese(locales: Path) -> None:
    units = [replace(unit, source=f"{unit.source}！") for unit in out.units("vi")[:1]]
    (mistake,) = taken("vi", units).mistakes
    assert "another Japanese text" in mistake.words


def test_a_text_comes_once(locales: Path) -> None:
    (mistake,) = taken("vi", [*out.units("vi"), out.units("vi")[0]]).mistakes
    assert "twice" in mistake.words


@pytest.mark.parametrize("language", ["", "ja", "xx", "../en"])
def test_a_language_is_one_of_ours(locales: Path, language: str) -> None:
    (mistake,) = taken(language, []).mistakes
    assert "there are" in mistake.words


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_not_taken_in_stays_sign_by_sign(language: str) -> None:
    for domain in DOMAINS:
        assert _anew(domain, Taken(language), READER) == path(language, domain).read_bytes()
