"""Names that stand together, taken apart only where one way is left."""

from __future__ import annotations

import pytest

from portal.answers.joined_name import apart, from_latin
from portal.answers.typed_name import NAME_PARTS

HANAKO = {"family": "山田", "given": "花子", "family_kana": "ヤマダ", "given_kana": "ハナコ"}
TOGETHER = {
    "both in one box": ("山田花子", "", "やまだはなこ", ""),
    "both readings in one box": ("山田", "花子", "やまだはなこ", ""),
    "both readings in the other box": ("山田", "花子", "", "やまだはなこ"),
    "both readings twice": ("山田", "花子", "やまだはなこ", "やまだはなこ"),
    "the whole reading and the given name's": ("山田", "花子", "やまだはなこ", "はなこ"),
    "the whole name and the given name": ("山田花子", "花子", "ヤマダ", "ハナコ"),
    "the family name and the whole name": ("山田", "山田花子", "ヤマダ", "ハナコ"),
}
AS_THEY_ARE = {
    "nothing to take apart": ("山田", "花子", "ヤマダ", "ハナコ"),
    "a reading of neither": ("山田花子", "", "さとうよしえ", ""),
    "no reading": ("山田花子", "", "", ""),
    "a name nobody knows": ("龘龘龘", "", "とうとうとう", ""),
    "a given name that begins so": ("林", "林太郎", "ハヤシ", "リンタロウ"),
    "a family name that ends so": ("長谷川", "川", "ハセガワ", "カワ"),
    "a family name that goes on": ("長", "花子", "おさだ", ""),
    "the same name twice": ("原", "原", "ハラ", "ハラ"),
    "Latin letters": ("Maria Garcia", "", "", ""),
    "very long": ("山" * 100, "", "やま" * 100, ""),
}


def name(texts: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(NAME_PARTS, texts, strict=True))


@pytest.mark.parametrize("texts", TOGETHER.values(), ids=TOGETHER.keys())
def test_takes_apart(texts: tuple[str, ...]) -> None:
    assert name(texts) | apart(name(texts)) == HANAKO


@pytest.mark.parametrize("texts", AS_THEY_ARE.values(), ids=AS_THEY_ARE.keys())
def test_leaves_alone(texts: tuple[str, ...]) -> None:
    assert apart(name(texts)) == {}


@pytest.mark.parametrize(
    ("written", "typed", "kana"),
    [
        ("山田", "yamada", "ヤマダ"),
        ("山田", "YAMADA", "ヤマダ"),
        ("山田", "yamata", "yamata"),
        ("Smith", "smith", "smith"),
    ],
)
def test_reads_latin_letters_where_the_reading_is_known(written: str, typed: str, kana: str) -> None:
    assert from_latin("family", written, typed) == kana
