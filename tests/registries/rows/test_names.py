"""Of several readings of a name the likeliest comes first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sudachipy import Dictionary

from portal.registries.rows.names import FAMILY, GIVEN, MENDED, also, likeliest, words


@pytest.fixture(scope="module")
def tokenizer() -> Iterator[Any]:
    """Sudachi's own."""
    dictionary = Dictionary(dict="core")
    yield dictionary.tokenizer()
    dictionary.close()


def test_one_reading_each_by_the_dictionarys_costs(tokenizer: Any) -> None:
    found = [(GIVEN, "勝", kana) for kana in ("カツ", "ショウ", "マサル")] + [(FAMILY, "勝", "カツ")]
    assert list(likeliest(found, tokenizer)) == [
        (FAMILY, "勝", "カツ"),
        (GIVEN, "勝", "マサル カツ ショウ"),
    ]


def test_what_the_tokenizer_reads_as_no_name_is_not_taken(tokenizer: Any) -> None:
    assert list(likeliest([(FAMILY, "東京", "ヒガシギョウ"), (FAMILY, "東京", "アズマキョウ")], tokenizer)) == [
        (FAMILY, "東京", "アズマキョウ ヒガシギョウ")
    ]


def test_only_kanji_need_a_reading_and_only_kana_are_one(tokenizer: Any) -> None:
    assert not list(likeliest([(GIVEN, "さくら", "サクラ"), (GIVEN, "桜", "キゴウ1")], tokenizer))


def test_mended_readings_replace_the_dictionarys(tokenizer: Any) -> None:
    found = [(part, written, "ダレモ") for part, names in MENDED.items() for written in names]
    assert {kana.split()[0] for _, _, kana in likeliest(found, tokenizer)} == {
        k for names in MENDED.values() for k in names.values()
    }


def test_no_excuse_is_out_of_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.registries.rows.names.MENDED", {FAMILY: {}, GIVEN: {}})
    unmended = {(part, written): kana.split()[0] for part, written, kana in words()}
    same = [
        written
        for part, names in MENDED.items()
        for written, kana in names.items()
        if unmended.get((part, written)) == kana
    ]
    assert not same


def test_readings_told_beside_the_dictionary_are_whole(tokenizer: Any) -> None:
    told = list(also())
    assert (FAMILY, "金", "キム") in told
    assert (GIVEN, "結菜", "ユナ") in told
    kept = {(part, written): kana.split() for part, written, kana in likeliest(told, tokenizer)}
    assert all(kana in kept[part, written] for part, written, kana in told)
