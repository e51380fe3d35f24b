"""Names: the whole name is said by its own reading; a part of another word is left alone."""

from __future__ import annotations

import pytest

from portal.language.marks import pieces
from portal.speech.normal import said
from portal.speech.normal.names import marked, named
from portal.speech.normal.piece import Piece

NAMES = {"山田 陽子": "ヤマダ ハルコ", "山田": "ヤマダ", "中 実": "ナカ ミノル", "Lee An": "リー アン"}


@pytest.mark.parametrize(
    ("seen", "heard"),
    [
        ("山田陽子さん", ["ヤマダ ハルコ"]),
        ("山田　陽子様", ["ヤマダ ハルコ"]),
        ("山田さんと中 実さん", ["ヤマダ", "ナカ ミノル"]),
        ("小山田さん", []),
        ("山田町の人", []),
        ("途中実施", []),
        ("Lee An", ["リー アン"]),
        ("Lee Ann", []),
    ],
)
def test_whole_names_only(seen: str, heard: list[str]) -> None:
    assert [piece.heard for piece in named(NAMES)(seen)] == heard


def test_nobody_is_found_where_nobody_is_named() -> None:
    assert not list(named({"": "ア", "山田": " "})("山田"))


def test_marks_are_pieces() -> None:
    assert list(marked(pieces("この｜方《かた》"))("この方")) == [Piece(2, 3, "かた")]


def test_voices_that_read_no_kana_get_latin_letters() -> None:
    assert [piece.heard for piece in named(NAMES, latin=True)("Correct 山田　陽子, 中 実")] == [
        "Yamada Haruko",
        "Naka Minoru",
    ]
    assert said("Who is 山田　陽子?", "en", NAMES).heard == "Who is Yamada Haruko?"
