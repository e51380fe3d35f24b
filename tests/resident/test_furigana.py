"""Furigana from the kanji, on the page: filled in by a button, looked at, put right, and only then sent on."""

from __future__ import annotations

import logging
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from tests.journeys.benefit import SERVICE, TYPED
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun
from tests.resident.test_household import LIST, TARO, at_the_list
from tests.resident.test_typed_again import boxes

NAME = {"family": "髙橋", "given": "花子", "family_kana": "", "given_kana": ""}
ASKED = f"{SERVICE}/applicant-name"


class Focused(HTMLParser):
    """What takes the focus, and what it is described by."""

    name, described = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if "data-focus" in told:
            self.name, self.described = told.get("name") or tag, told.get("aria-describedby") or ""


def focused(page: str) -> Focused:
    """What takes the focus of a page."""
    reader = Focused()
    reader.feed(page)
    return reader


def at_the_name(phone: TestClient) -> None:
    """The question of the applicant's name."""
    begun(phone)
    answered(phone, "filer", {"value": "self"})


def test_the_button_fills_empty_boxes_and_leads_there(phone: Phone) -> None:
    resident = phone()
    at_the_name(resident)
    page = resident.post(ASKED, data={**NAME, "do": "find"})
    assert page.status_code == 200
    assert boxes(page.text) == {**NAME, "family_kana": "たかはし", "given_kana": "はなこ"}
    assert "読みかたは、これでよいですか" in page.text
    assert (focused(page.text).name, focused(page.text).described) == ("family_kana", "find-note")


def test_what_was_typed_is_never_overwritten(phone: Phone) -> None:
    resident = phone()
    at_the_name(resident)
    typed = {**NAME, "family": "角田", "family_kana": "すみだ"}
    page = resident.post(ASKED, data={**typed, "do": "find"})
    assert boxes(page.text) == {**typed, "given_kana": "はなこ"}


def test_a_suggestion_is_kept_only_when_it_is_sent_on(phone: Phone) -> None:
    resident = phone()
    at_the_name(resident)
    resident.post(ASKED, data={**NAME, "do": "find"})
    assert "たかはし" not in resident.get(ASKED).text
    page = answered(resident, "applicant-name", NAME)
    assert page.status_code == 422
    assert boxes(page.text) == NAME, "nothing is taken for an empty box"
    assert "「たかはし　はなこ」と読みますか" in page.text
    assert focused(page.text).name == "div", "the list of what is amiss comes first"


def test_a_person_of_the_household_is_read_too(phone: Phone) -> None:
    resident = phone()
    at_the_list(resident)
    typed = {**TARO, "family_kana": "", "given_kana": ""}
    page = resident.post(f"{LIST}/p1", data={**typed, "do": "find"})
    assert page.status_code == 200
    assert boxes(page.text)["family_kana"] == "たかはし"
    assert boxes(page.text)["given_kana"] == "たろう"
    assert boxes(page.text)["year"] == TARO["year"]
    assert "「たかはし　たろう」と読みますか" in resident.post(f"{LIST}/p1", data={**typed, "do": "next"}).text


def test_a_name_is_in_no_log(phone: Phone, caplog: pytest.LogCaptureFixture) -> None:
    resident = phone()
    at_the_name(resident)
    with caplog.at_level(logging.DEBUG):
        resident.post(ASKED, data={**TYPED["applicant-name"], "family_kana": "", "do": "find"})
    assert "髙橋" not in caplog.text
    assert "たかはし" not in caplog.text
