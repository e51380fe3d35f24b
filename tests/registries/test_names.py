"""Readings of names in the real data, compared with how most people of a name read it."""

from __future__ import annotations

from pathlib import Path

import jaconv
import pytest
import yaml

from portal.language.folding import in_new_kanji
from portal.registries import Registries
from portal.registries.names import Part

READINGS = yaml.safe_load((Path(__file__).parent / "readings.yaml").read_text(encoding="utf-8"))
LEAST = {"family": 320, "given": 400}
RIGHT = 0.97


@pytest.mark.parametrize("part", LEAST)
def test_frequent_names_are_read_as_most_people_do(
    real: Registries, part: Part, capsys: pytest.CaptureFixture[str]
) -> None:
    told = READINGS[part].split()
    names = dict(zip(told[::2], told[1::2], strict=True))
    read = {name: jaconv.kata2hira(real.names.reading(part, name, in_new_kanji(name))) for name in names}
    otherwise = {name: kana for name, kana in read.items() if kana not in names[name].split("/")}
    share = 1 - len(otherwise) / len(names)
    with capsys.disabled():
        print(f"\n{part} names: {len(names)}, {share:.1%} read as most people do", *otherwise.items(), sep="\n  ")
    assert len(names) >= LEAST[part]
    assert share >= RIGHT


def test_a_family_name_is_no_given_name(real: Registries) -> None:
    assert real.names.reading("family", "東海林") == "ショウジ"
    assert real.names.reading("given", "東海林") == ""


def test_the_first_known_spelling_counts(real: Registries) -> None:
    assert real.names.reading("family", "髙橋") == ""
    assert real.names.reading("family", "髙橋", "高橋", "山田") == "タカハシ"
