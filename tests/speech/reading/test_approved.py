"""Approved readings: every published sentence is read as somebody has approved."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.catalogue.load import SERVICES
from portal.language.words import LOCALES
from portal.municipalities import load
from portal.speech.reading import approved
from portal.speech.voices.openjtalk import Openjtalk

SOURCES = approved.published(load().values())
ONE = {"ja": {"申請する方": "申請する方", "{n}人": "{n}人"}}


@pytest.mark.parametrize("file", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_published_sentence_is_read_as_approved(file: Path, voice: Openjtalk) -> None:
    differences = list(approved.differences(file, approved.read(SOURCES[file], voice.kana)))
    assert not differences, "run `yorisoi speech check --write` and read the lines it prints"


def test_every_service_and_the_pages_have_their_readings() -> None:
    services = {path.parent / approved.NAME for path in SERVICES.glob("*/*.yaml")}
    assert {*SOURCES} == services | {LOCALES / approved.NAME, SERVICES.parents[1] / "municipalities" / approved.NAME}


def test_a_sentence_is_read_with_samples_in_its_places(voice: Openjtalk) -> None:
    assert approved.read(ONE, voice.kana) == {"ja": {"申請する方": "シンセースルカタ", "{n}人": "サンニン"}}


def test_what_is_kept_can_be_read_again(tmp_path: Path) -> None:
    readings = {"ja": {"申請する方": "カタ", "・人": "ヒト"}, "ja-simple": {"人": "ニン"}}
    approved.keep(tmp_path / "a.kana", readings)
    assert approved.kept(tmp_path / "a.kana") == readings
    assert approved.kept(tmp_path / "none.kana") == {}


def test_new_changed_and_gone_sentences_are_differences(tmp_path: Path) -> None:
    file = tmp_path / "a.kana"
    approved.keep(file, {"ja": {"同じ": "オナジ", "変": "ヘン", "去る": "サル"}})
    found = list(approved.differences(file, {"ja": {"同じ": "オナジ", "変": "カワル", "新": "シン"}}))
    assert [(one.seen, one.approved, one.read) for one in found] == [
        ("変", "ヘン", "カワル"),
        ("新", "", "シン"),
        ("去る", "サル", ""),
    ]
