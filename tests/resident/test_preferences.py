"""Comfort: one press, remembered on every page, never led away from the portal."""

from __future__ import annotations

import re

import pytest

from portal.preferences import COOKIE
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone


def test_a_wish_is_remembered_on_every_page(phone: Phone) -> None:
    reader = phone()
    page = reader.post(f"{HOME}/preferences", data={"do": "text:300", "back": f"{SERVICE}/"})
    assert page.url.path == f"{SERVICE}/"
    for path in (f"{HOME}/", f"{HOME}/status", "/ja/nowhere/"):
        assert 'data-text="300"' in reader.get(path).text


@pytest.mark.parametrize(("wish", "shown"), [("on", "on"), ("together", "together"), ("off", "")])
def test_read_aloud_is_remembered_on_every_page(phone: Phone, wish: str, shown: str) -> None:
    reader = phone()
    reader.post(f"{HOME}/preferences", data={"do": f"aloud:{wish}", "back": f"{SERVICE}/"})
    for path in (f"{HOME}/", f"{SERVICE}/", f"{HOME}/status", "/ja/", "/ja/nowhere/"):
        assert f'data-aloud="{shown}"' in reader.get(path).text


def test_the_page_shows_which_reading_aloud_is_chosen(phone: Phone) -> None:
    reader = phone()
    assert 'value="aloud:off" aria-current="true"' in reader.get(f"{HOME}/preferences").text
    reader.post(f"{HOME}/preferences", data={"do": "aloud:together", "back": f"{SERVICE}/"})
    assert 'value="aloud:together" aria-current="true"' in reader.get(f"{HOME}/preferences").text


def test_another_language_opens_the_same_page(phone: Phone) -> None:
    page = phone().post(f"{HOME}/preferences", data={"do": "language:en", "back": f"{SERVICE}/"})
    assert page.url.path == "/en/kasumigahama/kyufukin/"


ASTRAY = ["https://evil.example/", "//evil.example/ja/", "/\\evil", "/api/v1/cases", "", "ja/x"]


@pytest.mark.parametrize("back", ASTRAY)
def test_nobody_is_led_away(phone: Phone, back: str) -> None:
    page = phone().post(f"{HOME}/preferences", data={"do": "text:150", "back": back}, follow_redirects=False)
    assert page.headers["location"] == f"{HOME}/preferences"[: -len("preferences")]


def test_the_page_itself_leads_back_where_the_reader_came_from(phone: Phone) -> None:
    page = phone(Referer=f"http://portal.test{SERVICE}/").get(f"{HOME}/preferences")
    assert f'value="{SERVICE}/"' in page.text


@pytest.mark.parametrize("wish", ["text:200", "language:vi", "both:on"])
@pytest.mark.parametrize(("page", "part"), [("status", "number"), ("resume", "code"), ("posted", "code")])
def test_what_is_typed_into_other_forms_stays_too(phone: Phone, page: str, part: str, wish: str) -> None:
    reader = phone()
    asked = reader.get(f"{HOME}/{page}").text
    assert 'value="language:vi" form="answer"' in asked
    assert '<form id="answer"' in asked
    typed = {part: "1234-5", "era": "showa", "year": "10", "month": "", "day": "1", "do": wish}
    told = reader.post(f"{HOME}/{page}", data=typed)
    assert told.status_code == 200
    assert 'value="1234-5"' in told.text
    assert re.search('name="year" value="10"', told.text)
    assert ('<html lang="vi"' in told.text) == (wish == "language:vi")
    assert 'class="summary"' not in told.text


def test_a_size_leaves_the_language_of_the_page(phone: Phone) -> None:
    reader = phone()
    reader.cookies.set(COOKIE, "100.standard.en")
    told = reader.post(f"{HOME}/status", data={"number": "1", "do": "text:150"})
    assert '<html lang="ja" data-text="150"' in told.text


def test_where_no_voice_speaks_a_language_the_page_says_so(phone: Phone) -> None:
    reader = phone()
    sentence = "Wala pong boses dito para sa wikang ito."
    told = reader.get("/tl/kasumigahama/kyufukin/").text
    assert told.count(sentence) == 2, "without a script, and for it to say"
    assert "<audio controls" not in told
    for language in ("vi", "ja"):
        told = reader.get(f"/{language}/kasumigahama/kyufukin/").text
        assert "<audio controls" in told
