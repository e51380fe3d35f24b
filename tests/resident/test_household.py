"""The household: a list first, then each person; opting out on a page that names the person."""

from __future__ import annotations

from httpx2 import Response
from starlette.testclient import TestClient

from tests.journeys.benefit import SERVICE, TYPED
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun

LIST = f"{SERVICE}/members"
TARO = {
    "family": "髙橋",
    "given": "太郎",
    "family_kana": "たかはし",
    "given_kana": "たろう",
    "era": "showa",
    "year": "8",
    "month": "5",
    "day": "5",
    "relation": "spouse",
}


def at_the_list(phone: TestClient) -> Response:
    """The list of people, nobody on it yet."""
    begun(phone)
    answered(phone, "filer", {"value": "family"})
    for step in ("applicant-name", "birth-date", "address", "phone"):
        page = answered(phone, step, TYPED[step])
    assert page.url.path == LIST
    return page


def added(phone: TestClient, **changes: str) -> Response:
    """The page after one person was written down."""
    page = phone.post(LIST, data={"do": "add"})
    assert page.url.path.startswith(f"{LIST}/p")
    return phone.post(page.url.path, data={**TARO, **changes, "do": "next"})


def test_a_person_is_added_changed_and_removed(phone: Phone) -> None:
    resident = phone()
    assert "髙橋　花子" in at_the_list(resident).text
    page = added(resident)
    assert page.url.path == LIST
    assert "髙橋　太郎" in page.text
    form = resident.post(LIST, data={"do": "edit:p1"})
    assert form.url.path == f"{LIST}/p1"
    assert "たかはし" in form.text, "as it was typed"
    page = resident.post(f"{LIST}/p1", data={**TARO, "given": "次郎", "do": "next"})
    assert "髙橋　次郎" in page.text
    assert "髙橋　太郎" not in page.text
    assert "次郎" not in resident.post(LIST, data={"do": "remove:p1"}).text


def test_a_person_badly_written_comes_back_as_typed(phone: Phone) -> None:
    resident = phone()
    at_the_list(resident)
    page = added(resident, year="９９", relation="")
    assert page.status_code == 422
    assert "９９" in page.text
    assert "９９" in resident.get(f"{LIST}/p1").text, "and after a reload"
    assert "太郎" not in resident.get(LIST).text


def test_each_person_is_asked_by_name_and_twice_before_giving_up(phone: Phone) -> None:
    resident = phone()
    at_the_list(resident)
    added(resident)
    resident.post(LIST, data={"do": "done"})
    page = answered(resident, "everybody", {"value": "no"})
    assert page.url.path == f"{SERVICE}/receives.a"
    assert "髙橋　花子さん" in page.text
    assert "checked" not in page.text, "nothing is chosen beforehand"
    page = answered(resident, "receives.a", {"value": "receive"})
    assert page.url.path == f"{SERVICE}/receives.p1"
    page = answered(resident, "receives.p1", {"value": "decline"})
    assert page.url.path == f"{SERVICE}/really-declines.p1"
    assert "100,000円" in page.text
    assert answered(resident, "really-declines.p1", {"value": "receive"}).url.path == f"{SERVICE}/account-place"


def test_the_large_button_adds_somebody_while_nobody_is_there(phone: Phone) -> None:
    resident = phone()
    assert '<button class="go" id="value" name="do" value="add">' in at_the_list(resident).text
    assert '<button class="go" name="do" value="done">' in added(resident).text


def test_review_and_seal_name_the_person_of_each_answer(phone: Phone) -> None:
    resident = phone()
    at_the_list(resident)
    added(resident)
    resident.post(LIST, data={"do": "done"})
    answered(resident, "everybody", {"value": "no"})
    for person in ("a", "p1"):
        answered(resident, f"receives.{person}", {"value": "receive"})
    for step in ("account-place", "bank-account", "identity-way", "email"):
        page = answered(resident, step, TYPED.get(step, {}))
    assert page.url.path == f"{SERVICE}/review"
    assert "髙橋　太郎さんの給付金を直す" in page.text
    assert "髙橋　太郎さんの給付金" in resident.get(f"{SERVICE}/consent").text


def test_a_person_who_is_not_there_leads_back_to_the_list(phone: Phone) -> None:
    resident = phone()
    at_the_list(resident)
    assert resident.get(f"{LIST}/p7").url.path == LIST
    assert resident.post(LIST, data={"do": "edit:p7"}).url.path == f"{SERVICE}/members"
    assert resident.get(f"{SERVICE}/phone/p1").status_code == 404


def test_going_back_from_a_person_keeps_what_is_half_typed(phone: Phone) -> None:
    resident = phone()
    at_the_list(resident)
    page = resident.post(f"{LIST}/p1", data={**TARO, "year": "", "do": "back"})
    assert page.url.path == LIST
    assert "太郎" not in page.text
    assert "太郎" in resident.get(f"{LIST}/p1").text
