"""The whole benefit, read to another person who confirms every answer; without script, from first page to letter."""

from __future__ import annotations

from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE, TYPED
from tests.journeys.test_services import delivered
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun, pressed, receipt_number


def test_every_answer_is_confirmed_and_the_case_is_like_any_other(house: House, phone: Phone) -> None:
    reader = phone()
    reader.post(f"{HOME}/preferences", data={"do": "aloud:together", "back": f"{SERVICE}/"})
    page = begun(reader)
    for step, typed in TYPED.items():
        assert page.url.path == f"{SERVICE}/{step}"
        recap = answered(reader, step, typed)
        assert recap.url.path == f"{SERVICE}/{step}/recap"
        page = reader.post(recap.url.path, data={"do": "next"})
    assert page.url.path == f"{SERVICE}/review"
    number = receipt_number(pressed(reader))
    told, _ = delivered(house)
    assert told["number"] == number
    assert [answer["id"] for answer in told["answers"]] == [*TYPED]
    assert {entry["record"]["actor"]["role"] for entry in told["consent"]["records"]} == {"self"}
