"""The desk within the whole house: what is not found there is told in its words, for a town there is."""

from __future__ import annotations

from portal.web.house import House
from tests.resident.conftest import Phone, house, phone

__all__ = ["house", "phone"]


def test_what_is_not_found_is_told_in_the_desks_words(phone: Phone) -> None:
    page = phone().get("/desk/kasumigahama/nothing")
    assert page.status_code == 404
    assert "机のはじめの画面へ" in page.text
    assert 'href="/desk/kasumigahama/"' in page.text


def test_a_town_there_is_not_has_the_residents_words(phone: Phone) -> None:
    page = phone().get("/desk/nowhere/staff")
    assert page.status_code == 404
    assert "机" not in page.text


def test_a_form_from_elsewhere_is_refused_in_the_desks_words(phone: Phone) -> None:
    page = phone(Sec_Fetch_Site="cross-site").post("/desk/kasumigahama/staff", data={"name": "x"})
    assert page.status_code == 403
    assert "もう一度、机の画面から押してください" in page.text


def test_nobody_in_leads_to_the_page_to_come_in_by(phone: Phone, house: House) -> None:
    page = phone().get("/desk/kasumigahama/staff")
    assert page.url.path == "/desk/kasumigahama/sign-in"
    assert house.towns["kasumigahama"].name in page.text
