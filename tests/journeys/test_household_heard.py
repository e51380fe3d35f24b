"""A family as it is heard: each person by themselves, from their own furigana, whatever the page's language."""

from __future__ import annotations

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from portal.web.house import House
from tests.journeys.benefit import SERVICE, TYPED
from tests.resident.aloud.given import reader
from tests.resident.conftest import Phone
from tests.resident.listening.asked import script

PEOPLE = {"p1": ("太郎", "たろう", "spouse"), "p2": ("陽子", "はるこ", "child")}


@pytest.fixture(autouse=True)
def letters(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every sound is the letters its voice was given."""
    monkeypatch.setattr(house.sounds.speaker, "warm", lambda language: None)
    monkeypatch.setattr(
        house.sounds.speaker, "made", lambda suffix, said, language: f"{language}: {said.heard}".encode()
    )


def heard(phone: TestClient, page: Response) -> list[str]:
    """What the voices are given, sentence by sentence."""
    return [phone.get(one["src"]).content.decode() for one in script(phone, page)["utterances"] if not one["public"]]


def family(phone: TestClient, language: str) -> str:
    """A family told of up to the list of its people; gives the list's address."""
    way = SERVICE.replace("/ja/", f"/{language}/")
    phone.post(f"{way}/", data={"do": "begin"})
    for step in ("filer", "applicant-name", "birth-date", "address", "phone"):
        phone.post(f"{way}/{step}", data={**TYPED[step], "do": "next"} if step != "filer" else {"value": "family"})
    for person, (given, kana, relation) in PEOPLE.items():
        words = {"given": given, "given_kana": kana, "relation": relation}
        phone.post(
            f"{way}/members/{person}", data={**TYPED["applicant-name"], **TYPED["birth-date"], **words, "do": "next"}
        )
    return f"{way}/members"


def test_the_list_says_each_line_by_itself(phone: Phone) -> None:
    resident = phone()
    told = heard(resident, resident.get(family(resident, "ja")))
    names = [one for one in told if one[4:6] == "タカ" and "さん" not in one]
    assert names == ["ja: タカハシ ハナコ", "ja: タカハシ タロウ", "ja: タカハシ ハルコ"]
    assert "ja: 夫または妻" in told
    assert any(one.startswith("ja: タカハシ ハルコさんを") for one in told)
    assert not any("髙橋" in one for one in told)


def test_voices_that_read_no_kana_say_names_in_latin_letters(phone: Phone) -> None:
    resident = phone()
    told = heard(resident, resident.get(family(resident, "en")))
    assert next(one for one in told if "Tarou" in one) == "en: Takahashi Tarou"
    assert not [one for one in told if one.startswith("en") and any(sign > "\u2fff" for sign in one)]
    assert not [one for one in told if one.startswith("ja") and "髙橋" in one]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_read_back_each_person_is_one_line(phone: Phone, language: str) -> None:
    resident = reader(phone)
    page = resident.post(family(resident, language), data={"do": "done"})
    page = page if page.url.path.endswith("recap") else resident.post(page.url.path, data={"do": "done"})
    assert page.url.path.endswith("members/recap")
    names = {"ja": ("タカハシ タロウ、", "タカハシ ハルコ、"), "en": ("Takahashi Tarou, ", "Takahashi Haruko, ")}[
        language
    ]
    told = [one for one in heard(resident, page) if any(f": {name}" in one for name in names)]
    assert [sum(name in one for one in told) for name in names] == [1, 1]
    assert len(told) == 2
    assert all("ショウワ ジュウネン" in one or "1935" in one for one in told)
