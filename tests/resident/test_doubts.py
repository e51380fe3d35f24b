"""Asked once and never in the way: what looks wrong, what may stay empty, and what has already been sent."""

from __future__ import annotations

from httpx2 import Response
from sqlalchemy import select

from portal.cases import case as cases
from portal.cases.case import CaseRow
from portal.storage.database import rows
from portal.web.house import House
from tests.journeys.benefit import SERVICE, TYPED, pressing
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, answered, pressed, receipt_number, reviewed, sent
from tests.resident.test_consent import fields as carried

AGAIN = "もう一度、確かめてください。"
SON = TYPED["bank-account"] | {"holder": "たかはし いちろう"}
KNOWN = "この手続きは、もう届いています"


def last(house: House) -> cases.Case:
    """The newest case."""
    with house.database.reading() as db:
        id = db.execute(select(rows(CaseRow).c.id).order_by(rows(CaseRow).c.place.desc())).scalars().first()
        found = cases.by_id(db, house.keys, "990019", str(id))
    assert found
    return found


def test_another_holder_is_asked_about_once_and_then_taken(phone: Phone, house: House) -> None:
    resident = phone()
    reviewed(resident)
    first = answered(resident, "bank-account", SON)
    assert (first.status_code, AGAIN in first.text) == (200, True)
    assert "タカハシ イチロウ" in first.text
    assert 'value="たかはし いちろう"' in first.text, "what was typed stands as it was typed"
    second = answered(resident, "bank-account", SON)
    assert second.url.path == f"{SERVICE}/review"
    assert "確かめてほしいところ" in second.text
    assert ("<title>確かめてください: " in first.text, "<title>書いた内容を" in second.text) == (True, True)
    pressed(resident)
    assert [flag.code for flag in last(house).flags] == ["holder-differs"]


def test_two_doubts_about_one_answer_stand_together(phone: Phone) -> None:
    resident = phone()
    reviewed(resident)
    twice = {"family": "たかはし", "given": "たかはし", "family_kana": "たかはし", "given_kana": "たかはし"}
    asked = answered(resident, "applicant-name", twice)
    assert asked.text.split('role="alert"')[1].split("</div>")[0].count("<p>") == 4
    doubted = answered(resident, "applicant-name", twice).text.split('class="doubt"')[1].partition("</div>\n<dl")[0]
    names = doubted.split("<dt>世帯主の名前</dt>")
    assert len(names) == 2, "one row"
    assert names[1].partition("</dd>")[0].count("<p>") == 2, "with both doubts"


def test_a_doubt_mended_is_gone(phone: Phone, house: House) -> None:
    resident = phone()
    reviewed(resident)
    answered(resident, "bank-account", SON)
    mended = answered(resident, "bank-account", TYPED["bank-account"])
    assert mended.url.path == f"{SERVICE}/review"
    assert "確かめてほしいところ" not in mended.text
    pressed(resident)
    assert last(house).flags == ()


def test_another_doubtful_answer_is_asked_about_anew(phone: Phone) -> None:
    resident = phone()
    reviewed(resident)
    answered(resident, "bank-account", SON)
    other = answered(resident, "bank-account", SON | {"holder": "たかはし じろう"})
    assert AGAIN in other.text


def test_a_telephone_may_be_missing(phone: Phone, house: House) -> None:
    resident = phone()
    reviewed(resident)
    assert AGAIN in answered(resident, "phone", {"value": ""}).text
    assert answered(resident, "phone", {"value": ""}).url.path == f"{SERVICE}/review"
    pressed(resident)
    assert [flag.code for flag in last(house).flags] == ["left-empty"]


def test_what_nobody_can_read_goes_as_it_was_typed(phone: Phone, house: House) -> None:
    resident = phone()
    reviewed(resident)
    refused = answered(resident, "phone", {"value": "となりの家"})
    assert refused.status_code == 422
    assert 'value="as-typed"' in refused.text
    page = resident.post(f"{SERVICE}/phone", data={"value": "となりの家", "do": "as-typed"})
    assert page.url.path == f"{SERVICE}/review"
    assert "となりの家" in page.text
    pressed(resident)
    assert last(house).answers[4].shown == ("となりの家",)


def test_the_button_means_nothing_where_an_answer_is_needed(phone: Phone) -> None:
    resident = phone()
    reviewed(resident)
    page = resident.post(f"{SERVICE}/birth-date", data={"year": "?", "do": "as-typed"})
    assert page.status_code == 422
    assert "書いたとおりで" not in page.text


def test_sent_again_from_the_same_telephone_is_told_kindly(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    reviewed(resident)
    told = pressed(resident)
    assert KNOWN in told.text
    assert number in told.text
    again = pressed_again(told, resident)
    assert receipt_number(again) != number
    assert last(house).earlier == (number,)


def pressed_again(told: Response, resident: object) -> Response:
    """The button under the kind words."""
    data = carried(told.text) | {"do": "seal"}
    return resident.post(f"{SERVICE}/consent", data=data)  # type: ignore[attr-defined]


def test_a_stranger_with_the_same_name_learns_nothing_and_may_send(phone: Phone, house: House) -> None:
    number = sent(phone())
    other = phone()
    reviewed(other)
    page = pressed(other)
    assert KNOWN not in page.text
    assert number not in page.text
    assert last(house).earlier == (number,), "staff see that both are of one person"


def test_number_and_birth_date_show_that_it_is_theirs(phone: Phone) -> None:
    number = sent(phone())
    other = phone()
    other.post("/ja/kasumigahama/status", data={"number": number, **BORN})
    reviewed(other)
    assert KNOWN in pressed(other).text


def test_another_person_on_the_same_telephone_is_no_second_time(phone: Phone) -> None:
    resident = phone()
    sent(resident)
    reviewed(resident)
    answered(resident, "birth-date", TYPED["birth-date"] | {"day": "2"})
    page = resident.post(f"{SERVICE}/consent", data=pressing(resident.get(f"{SERVICE}/consent").text))
    assert KNOWN not in page.text


def test_a_telephone_wiped_knows_nothing(phone: Phone) -> None:
    resident = phone()
    sent(resident)
    resident.post(f"{SERVICE}/done", data={"do": "leave"})
    assert not [name for name in resident.cookies if name.startswith("yorisoi_kasumigahama")]
    reviewed(resident)
    assert KNOWN not in pressed(resident).text
