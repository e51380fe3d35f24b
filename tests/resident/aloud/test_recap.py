"""The recap: each answer is read back and confirmed before going on, and nothing of it can grow old."""

from __future__ import annotations

import re

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.journeys.benefit import SERVICE, TYPED
from tests.photographed import photo
from tests.resident.aloud.given import reader
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun


def confirmed(phone: TestClient, page: Response) -> Response:
    """The page after 「はい、合っています」."""
    return phone.post(page.url.path, data={"do": "next"})


def told(phone: TestClient, last: str) -> Response:
    """The page after this answer, everything before it answered and confirmed."""
    begun(phone)
    for step, typed in TYPED.items():
        page = answered(phone, step, typed)
        if step == last:
            return page
        confirmed(phone, page)
    raise AssertionError(last)


def test_an_answer_is_read_back_in_words_and_then_confirmed(phone: Phone) -> None:
    resident = reader(phone)
    page = told(resident, "birth-date")
    assert page.url.path == f"{SERVICE}/birth-date/recap"
    assert "<q>昭和10年4月1日（1935年）、91歳</q>" in page.text
    assert "はい、合っています" in page.text
    assert "直します" in page.text
    assert confirmed(resident, page).url.path == f"{SERVICE}/address"


@pytest.mark.parametrize("step", TYPED)
def test_every_answer_of_the_benefit_is_read_back(phone: Phone, step: str) -> None:
    assert told(reader(phone), step).url.path == f"{SERVICE}/{step}/recap"


@pytest.mark.parametrize("do", ["mend", "back"])
def test_what_is_wrong_is_mended_and_read_back_again(phone: Phone, do: str) -> None:
    resident = reader(phone)
    page = told(resident, "birth-date")
    question = resident.post(page.url.path, data={"do": do})
    assert question.url.path == f"{SERVICE}/birth-date"
    assert "１０" in question.text, "as it was typed"
    assert "昭和11年" in answered(resident, "birth-date", {**TYPED["birth-date"], "year": "11"}).text


def test_back_and_reload_tell_what_is_kept_now(phone: Phone) -> None:
    resident = reader(phone)
    page = told(resident, "birth-date")
    confirmed(resident, page)
    assert "昭和10年4月1日" in resident.get(page.url.path).text
    answered(resident, "birth-date", {**TYPED["birth-date"], "year": "11"})
    assert "昭和11年4月1日" in resident.get(page.url.path).text


def test_without_an_answer_it_leads_to_the_question(phone: Phone) -> None:
    resident = reader(phone)
    begun(resident)
    answered(resident, "filer", {"value": "self"})
    assert resident.get(f"{SERVICE}/applicant-name/recap").url.path == f"{SERVICE}/applicant-name"
    assert resident.get(f"{SERVICE}/members/recap").url.path == f"{SERVICE}/applicant-name", "off the way"
    assert resident.post(f"{SERVICE}/filer/recap", data={"do": "next"}).url.path == f"{SERVICE}/applicant-name"
    assert reader(phone).get(f"{SERVICE}/filer/recap").status_code == 404, "without a draft"


def test_it_is_for_those_who_read_to_others_only(phone: Phone) -> None:
    resident = phone()
    begun(resident)
    assert answered(resident, "filer", {"value": "self"}).url.path == f"{SERVICE}/applicant-name"
    assert resident.get(f"{SERVICE}/filer/recap").url.path == f"{SERVICE}/filer"


def test_what_was_left_empty_is_not_read_back(phone: Phone) -> None:
    resident = reader(phone)
    told(resident, "address")
    page = answered(resident, "phone", {"value": ""})
    page = answered(resident, "phone", {"value": ""}) if page.url.path.endswith("/phone") else page
    assert not page.url.path.endswith("/recap")


def test_a_doubt_is_asked_about_first(phone: Phone) -> None:
    resident = reader(phone)
    told(resident, "applicant-name")
    old = {"era": "taisho", "year": "1", "month": "8", "day": "1"}
    assert "もう一度、確かめてください。" in answered(resident, "birth-date", old).text
    assert answered(resident, "birth-date", old).url.path == f"{SERVICE}/birth-date/recap"


def test_what_nobody_could_read_is_read_back_as_typed(phone: Phone) -> None:
    resident = reader(phone)
    told(resident, "address")
    page = resident.post(f"{SERVICE}/phone", data={"value": "娘に聞いて", "do": "as-typed"})
    assert page.url.path == f"{SERVICE}/phone/recap"
    assert "<q>娘に聞いて</q>" in page.text


def test_the_photos_are_shown_with_their_names(phone: Phone) -> None:
    resident = reader(phone)
    told(resident, "bank-account")
    answered(resident, "identity-way", {"value": "now"})
    files = {"value": ("IMG_1.JPG", photo(), "image/jpeg")}
    page = resident.post(f"{SERVICE}/identity-photo", data={"do": "next"}, files=files)
    assert page.url.path == f"{SERVICE}/identity-photo/recap"
    assert "<q>写真（IMG_1.jpg）</q>" in page.text
    (picture,) = re.findall(rf'<img src="({SERVICE}/identity-photo/picture/\w+)" alt="送る写真" data-own>', page.text)
    assert resident.get(picture).status_code == 200


def test_the_people_of_a_household_are_read_back_together(phone: Phone) -> None:
    resident = reader(phone)
    begun(resident)
    for step in ("filer", "applicant-name", "birth-date", "address", "phone"):
        answered(resident, step, {"value": "family"} if step == "filer" else TYPED[step])
    form = resident.post(f"{SERVICE}/members", data={"do": "add"})
    person = {**TYPED["applicant-name"], "given": "太郎", "given_kana": "たろう", **TYPED["birth-date"]}
    resident.post(form.url.path, data={**person, "relation": "spouse", "do": "next"})
    page = resident.post(f"{SERVICE}/members", data={"do": "done"})
    page = resident.post(f"{SERVICE}/members", data={"do": "done"}) if page.url.path.endswith("members") else page
    assert page.url.path == f"{SERVICE}/members/recap"
    assert "太郎" in page.text
    assert confirmed(resident, page).url.path == f"{SERVICE}/everybody"


def test_with_our_script_it_is_the_answer_itself(phone: Phone) -> None:
    resident = reader(phone, X_Swap="1")
    resident.post(f"{SERVICE}/", data={"do": "begin"})
    page = resident.post(f"{SERVICE}/filer", data={"value": "self", "do": "next"}, follow_redirects=False)
    assert (page.status_code, page.headers["content-location"]) == (200, f"{SERVICE}/filer/recap")
    assert "<html" not in page.text
    page = resident.post(f"{SERVICE}/filer/recap", data={"do": "next"}, follow_redirects=False)
    assert page.headers["content-location"] == f"{SERVICE}/applicant-name"


def test_an_answer_changed_from_the_review_is_read_back_and_leads_there_again(phone: Phone) -> None:
    resident = reader(phone)
    confirmed(resident, told(resident, "identity-way"))
    page = answered(resident, "phone", {"value": "03-9999-8888"})
    assert page.url.path == f"{SERVICE}/phone/recap"
    assert confirmed(resident, page).url.path == f"{SERVICE}/review"


def test_the_answer_is_never_in_the_title(phone: Phone) -> None:
    page = told(reader(phone), "bank-account").text
    title = page[page.index("<title>") : page.index("</title>")]
    assert "0012345" in page
    assert "0012345" not in title
