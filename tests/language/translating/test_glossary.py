"""The official terms of a language."""

from __future__ import annotations

from pathlib import Path

from portal.language.translating.glossary import Glossary, load

BOOK = Glossary({"世帯主": "jefe de familia (世帯主)", "世帯": "familia", "申し込み": "solicitud"}, {"世帯": ["hogar"]})


def test_a_longer_term_comes_before_one_within_it() -> None:
    assert BOOK.within("世帯主の名前") == {"世帯主": "jefe de familia (世帯主)"}
    assert [*BOOK.within("世帯主と世帯")] == ["世帯主", "世帯"]


def test_a_verb_is_no_term() -> None:
    assert BOOK.within("申し込みます") == {}


def test_what_stands_in_brackets_may_be_left_out_and_words_may_be_several() -> None:
    assert [*BOOK.otherwise("世帯主の名前", "Los jefes de familia")] == []
    assert [*BOOK.otherwise("世帯の人", "las personas del Hogar")] == []
    assert [*BOOK.otherwise("世帯の人", "las personas de la casa")] == ["世帯"]


def test_a_language_without_one_has_an_empty_one(locales: Path) -> None:
    assert load("en") == Glossary()
    assert load("vi").terms["世帯主"] == "chủ hộ (世帯主)"
