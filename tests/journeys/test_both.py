"""A whole way with Japanese beside the language: seen on every page, and in nothing that is kept, sent or signed."""

from __future__ import annotations

import json
import re

import pytest
from httpx2 import Response

from portal.preferences import COOKIE
from portal.speech.script import NOTHING, script
from portal.web.house import House
from tests.journeys.test_services import fetched, mails, walker
from tests.journeys.test_tongues import OWN, SENTENCE, watched
from tests.resident.conftest import Phone
from tests.resident.filling import receipt_number

SIGNS = re.compile("[\ufdd0-\ufddf]")
BESIDE = re.compile(r'<span class="beside" lang="ja">([^<]*)</span>')
BARE = re.compile(r"<(?:title|option|textarea)\b[^>]*>[^<]*")
IN_TAGS = re.compile(r"<[^>]*>")
WAYS = {
    "juminhyo": {"copies": "２"},
    "kyufukin": {"filer": "self", "identity-way": "now"},
    "kaigo-nintei": {"filer": "family", "insured-number": "００１２３４５６７８"},
}


@pytest.mark.parametrize(("service", "language"), [("juminhyo", "vi"), ("kyufukin", "zh-Hant"), ("kaigo-nintei", "ne")])
def test_every_page_tells_both_and_nothing_that_stays_does(
    house: House, phone: Phone, service: str, language: str
) -> None:
    resident, pages = walker(house, phone, (service, language, WAYS[service])), list[Response]()
    resident.phone.cookies.set(COOKIE, "100.standard...on")
    resident.phone.request = watched(resident.phone.request, pages)  # type: ignore[method-assign]
    resident.phone.get(resident.service)
    resident.to_review()
    number = receipt_number(resident.send())
    for page in pages:
        assert f'<html lang="{language}"' in page.text
        assert BESIDE.findall(page.text), page.url.path
        assert not SIGNS.search(page.text), page.url.path
        assert not any("beside" in bare for bare in BARE.findall(page.text))
        assert str(page.headers).isascii()
    case = fetched(house, phone)
    assert case["number"] == number
    assert not SIGNS.search(json.dumps(case, ensure_ascii=False))
    for mail in mails(house):
        assert not SIGNS.search(mail.as_string())
    first = case["consent"]["records"][0]["record"]
    assert first["statements"]["language"] == language
    assert first["accessibility"]["also_in"] == "ja"


def test_reading_aloud_says_the_chosen_words(phone: Phone) -> None:
    resident = phone()
    resident.cookies.set(COOKIE, "100.standard...on")
    page = resident.get("/vi/kasumigahama/kyufukin/").text
    said = [one.seen for one in script(page, "vi", NOTHING)]
    assert len(said) > 20
    assert not [text for text in said if SENTENCE.search(OWN.sub("", text))]


@pytest.mark.parametrize("path", ["app.webmanifest", "kyufukin/kept.json"])
def test_what_is_no_page_is_told_in_one_language(phone: Phone, path: str) -> None:
    resident = phone()
    resident.cookies.set(COOKIE, "100.standard...on")
    told = resident.get(f"/vi/kasumigahama/{path}")
    assert told.status_code == 200
    assert not SIGNS.search(json.dumps(told.json(), ensure_ascii=False))


def test_an_error_names_the_question_in_both(phone: Phone) -> None:
    resident = phone()
    resident.cookies.set(COOKIE, "100.standard...on")
    resident.post("/vi/kasumigahama/kyufukin/", data={"do": "begin"})
    page = resident.post("/vi/kasumigahama/kyufukin/filer", data={"do": "next"})
    assert page.status_code == 422
    (error,) = re.findall(r'id="value-error"><span class="both">(.*?)</span></span>', page.text)
    assert error.endswith('<span class="beside" lang="ja">「だれの分を申し込みますか」の答えを、一つ選んでください。')


def test_it_is_switched_on_and_off_in_the_middle_of_an_answer(phone: Phone) -> None:
    resident, step = phone(), "/vi/kasumigahama/kyufukin/applicant-name"
    resident.post("/vi/kasumigahama/kyufukin/", data={"do": "begin"})
    resident.post("/vi/kasumigahama/kyufukin/filer", data={"value": "self", "do": "next"})
    on = resident.post(step, data={"family": "Nguyễn", "do": "both:on"})
    assert BESIDE.findall(on.text)
    assert 'value="Nguyễn"' in on.text
    off = resident.post(step, data={"family": "Nguyễn", "do": "both:off"})
    assert not BESIDE.findall(off.text)
    assert 'value="Nguyễn"' in off.text


def test_japanese_pages_offer_nothing_beside_them(phone: Phone) -> None:
    resident = phone()
    resident.cookies.set(COOKIE, "100.standard...on")
    for language in ("ja", "ja-simple"):
        page = resident.get(f"/{language}/kasumigahama/")
        assert not BESIDE.findall(page.text)
        assert "both:" not in page.text


def test_a_page_is_proposed_in_the_browsers_language_and_nobody_is_sent_away(phone: Phone) -> None:
    page = phone(Accept_Language="ne-NP,ne;q=0.9").get("/ja/kasumigahama/kyufukin/")
    assert page.url.path == "/ja/kasumigahama/kyufukin/"
    assert '<button name="do" value="language:ne" form="comfort" lang="ne">' in page.text
    assert 'language:ne" form' not in phone().get("/ja/kasumigahama/kyufukin/").text


@pytest.mark.parametrize(("language", "chosen"), [("ja", "100.standard....on"), ("ja-simple", "")])
def test_kana_stand_above_every_kanji_but_those_of_people(
    house: House, phone: Phone, language: str, chosen: str
) -> None:
    resident, pages = walker(house, phone, ("kaigo-nintei", language, WAYS["kaigo-nintei"])), list[Response]()
    resident.phone.cookies.set(COOKIE, chosen)
    resident.phone.request = watched(resident.phone.request, pages)  # type: ignore[method-assign]
    resident.phone.get(resident.service)
    resident.to_review()
    number = receipt_number(resident.send())
    names = ("山田", "髙橋", "佐藤", "花子", "一郎")
    for page in pages:
        assert "<rt aria-hidden" in page.text, page.url.path
        assert not SIGNS.search(page.text), page.url.path
        assert not [name for name in names if f"<ruby>{name}" in page.text]
        assert not any("<ruby" in bare for bare in BARE.findall(page.text))
    case = fetched(house, phone)
    assert case["number"] == number
    assert not SIGNS.search(json.dumps(case, ensure_ascii=False))
    assert "also_in" not in case["consent"]["records"][0]["record"]["accessibility"]


def test_easy_japanese_has_kana_until_they_are_switched_off(phone: Phone) -> None:
    resident, step = phone(), "/ja-simple/kasumigahama/kyufukin/applicant-name"
    resident.post("/ja-simple/kasumigahama/kyufukin/", data={"do": "begin"})
    resident.post("/ja-simple/kasumigahama/kyufukin/filer", data={"value": "self", "do": "next"})
    page = resident.get(step).text
    assert "<rt aria-hidden" in page
    assert '<button name="do" value="kana:off" form="answer" aria-current="true">' in page
    off = resident.post(step, data={"family": "髙橋", "do": "kana:off"})
    assert 'value="髙橋"' in off.text
    for page in (off.text, resident.get(step).text, resident.get("/ja-simple/").text):
        assert "<rt" not in page
        assert "beside" not in page
    assert "<rt" in resident.post(step, data={"do": "kana:on"}).text


@pytest.mark.parametrize("language", ["ja", "ja-simple"])
def test_reading_aloud_says_the_same_with_kana_and_without(phone: Phone, language: str) -> None:
    resident, path = phone(), f"/{language}/kasumigahama/kyufukin/"
    resident.cookies.set(COOKIE, "100.standard....off")
    bare = script(resident.get(path).text, language, NOTHING)
    resident.cookies.set(COOKIE, "100.standard....on")
    told = script(resident.get(path).text, language, NOTHING)
    assert [one.seen for one in told if "ふりがな" not in one.seen] == [
        one.seen for one in bare if "ふりがな" not in one.seen
    ]
