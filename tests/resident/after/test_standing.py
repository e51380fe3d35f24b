"""What holds now: told in the reader's language, whatever language the application was sent in."""

from __future__ import annotations

from portal.web.house import House
from tests.resident.after.test_withdraw import agreed_to_more
from tests.resident.conftest import Phone


def test_what_was_taken_back_is_told_in_the_language_of_the_reader(phone: Phone, house: House) -> None:
    resident, number, service = agreed_to_more(phone, house)
    english = service.replace("/ja/", "/en/")
    asked = resident.get(f"{english}withdraw/{number}/care-plan").text
    assert "Do you want to take back this consent?" in asked
    resident.post(f"{english}withdraw/{number}/care-plan", data={"do": "withdraw"})
    assert "was taken back on" in resident.get(f"{english}done").text
    assert "令和8年11月24日（2026年）に取りやめました。" in resident.get(f"{service}done").text


def test_what_is_left_can_still_be_taken_back(phone: Phone, house: House) -> None:
    resident, number, service = agreed_to_more(phone, house)
    ways = (f"{service}withdraw/{number}/care-plan", f"{service}withdraw/{number}/all")
    assert all(f'href="{way}"' in resident.get(f"{service}done").text for way in ways)
    resident.post(ways[0], data={"do": "withdraw"})
    page = resident.get(f"{service}done").text
    assert (f'href="{ways[0]}"' in page, f'href="{ways[1]}"' in page) == (False, True)
