"""Places: all municipalities of Japan by the post's kana, the neighbourhoods of a town by its own."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from portal import registries
from portal.speech.normal import said
from portal.speech.reading import dictionaries
from portal.speech.reading.places import municipalities, neighbourhoods
from portal.speech.reading.sound import alike
from portal.speech.voices.openjtalk import Openjtalk
from tests.speech.reading.conftest import Kana

KAWASAKI = SimpleNamespace(code="141305", name="川崎市", kana="カワサキシ")


@pytest.fixture(scope="module")
def in_kawasaki(voice: Openjtalk, pytestconfig: pytest.Config) -> Openjtalk:
    return Openjtalk(dictionaries(pytestconfig.cache.mkdir("speech"), [KAWASAKI]))


def test_every_municipality_is_read_rightly(voice: Openjtalk) -> None:
    towns = registries.opened().municipality_codes.all()
    wrong = [town.name for town in towns if not alike(voice.kana(town.name), town.name_kana)]
    assert len(towns) == 1892
    assert len(wrong) <= 2, wrong


def test_neighbourhoods_of_a_town(in_kawasaki: Openjtalk) -> None:
    wards = [town for town in registries.opened().municipality_codes.all() if town.name.startswith("川崎市")]
    known = [one for ward in wards for one in registries.opened().places.towns(ward.code)]
    wrong = [name for name, kana in known if not alike(in_kawasaki.kana(name), kana)]
    assert len(known) > 200
    assert len(wrong) <= 3, wrong


@pytest.mark.parametrize(
    ("seen", "read"),
    {
        "機関市町村": "キカンシチョーソン",
        "観光市場": "カンコーシジョー",
        "第三次市町村": "ダイサンジシチョーソン",
        "この町内会": "コノチョーナイカイ",
        "大津市民": "オーツシミン",
        "川崎市立小学校": "カワサキシリツショーガッコー",
        "ほしの村役場": "ホシノムラヤクバ",
        "かすみがはま市長": "カスミガハマシチョー",
    }.items(),
)
def test_other_words_stay_as_they_were(seen: str, read: str, kana: Kana) -> None:
    assert alike(kana(seen), read)


def test_a_person_is_no_place(in_kawasaki: Openjtalk) -> None:
    heard = said("中瀬 平様", "ja", {"中瀬 平": "ナカセ ヒトシ"}).heard
    assert in_kawasaki.kana(heard) == "ナカセヒトシサマ"
    assert in_kawasaki.kana("中瀬") == "ナカゼ"


def test_a_name_of_two_readings_is_left_to_the_longer_names(voice: Openjtalk) -> None:
    words = {entry.word: entry.reading for entry in municipalities()}
    assert "松前町" not in words
    assert words["愛媛県松前町"] == "エヒメケンマサキチョウ"
    assert {entry.word for entry in neighbourhoods([KAWASAKI])} > {"川崎市", "砂子", "多摩区菅"}
