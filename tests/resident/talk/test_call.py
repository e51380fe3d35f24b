"""Who wants to be called says where and when in one go, and is called once."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from portal.cases import turn
from portal.cases.talk import calls
from portal.cases.talk.calls import AFTERNOON, ANY, MORNING
from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.journeys.walker import Walker
from tests.resident.conftest import Phone
from tests.resident.filling import receipt_number, sent
from tests.resident.talk.given import TOWN, case_of, status, ticket, waiting

CHOSEN = {"number": "own", "phone": "", "day": "soon", "part": "any", "about": ""}


@pytest.fixture
def number(phone: Phone) -> str:
    """A receipt number."""
    return sent(phone())


@pytest.fixture
def resident(phone: Phone, number: str) -> TestClient:
    """Another telephone, which was shown the application."""
    found = phone()
    status(found, number)
    return found


def test_one_press_is_enough(resident: TestClient, house: House, number: str) -> None:
    shown = resident.get(f"{HOME}/call/{number}")
    for chosen in ("own", "soon", "any"):
        assert f'value="{chosen}" checked' in shown.text
    assert "申し込みに書いた、本人の番号" in shown.text
    known = case_of(house, number).phone
    assert known
    assert known[-4:] not in shown.text, "a number is not told to whoever knows a birth date"
    page = resident.post(f"{HOME}/call/{number}", data={**ticket(shown), **CHOSEN})
    assert (page.status_code, ">役所から電話します</h1>" in page.text) == (200, True)
    assert re.search(r"役所の電話番号</dt>\s*<dd data-own><p>0000-00-0011</p>", page.text)
    (call,) = waiting(house)
    assert (call.wish.phone, call.wish.day, call.wish.part, call.case) == (known, None, ANY, case_of(house, number).id)
    assert case_of(house, number).turn == turn.CALL


def test_a_day_a_part_of_it_another_number_and_what_it_is_about(
    resident: TestClient, house: House, number: str
) -> None:
    shown = resident.get(f"{HOME}/call/{number}")
    assert [day for day in ("2026-11-25", "2026-11-27", "2026-11-30") if f'value="{day}"' in shown.text] == [
        "2026-11-25",
        "2026-11-27",
        "2026-11-30",
    ]
    assert ('value="2026-11-28"' in shown.text, 'value="2026-11-24"' in shown.text) == (False, False)
    wish = {"number": "other", "phone": "０３－３２１０ー９８７６", "day": "2026-11-25", "part": "afternoon"}
    page = resident.post(f"{HOME}/call/{number}", data={**ticket(shown), **wish, "about": "<i>口座\x07のこと\0"})
    assert "11月25日 水曜日 午後" in page.text
    assert "03-3210-9876" in page.text
    assert "&lt;i&gt;口座のこと" in page.text
    (call,) = waiting(house)
    assert (call.wish.phone, call.wish.day, call.wish.part) == ("0332109876", date(2026, 11, 25), AFTERNOON)
    assert (call.wish.about, call.due) == ("<i>口座のこと", datetime(2026, 11, 25, 4, tzinfo=UTC))
    page = status(resident, number).text
    assert "電話してほしいと、役所に伝えてあります。</p>\n<p data-own>いつ: 11月25日 水曜日 午後</p>" in page
    assert "電話してほしい日を変える" in page


def test_it_can_be_changed_and_counts_once(resident: TestClient, house: House, number: str) -> None:
    form = ticket(resident.get(f"{HOME}/call/{number}"))
    for _ in range(2):
        assert resident.post(f"{HOME}/call/{number}", data={**form, **CHOSEN}).status_code == 200
    assert [call.wish.id for call in waiting(house)] == [form["ticket"]]
    shown = resident.get(f"{HOME}/call/{number}")
    assert "いま、役所に伝えてあること" in shown.text
    changed = {**ticket(shown), **CHOSEN, "part": "morning"}
    assert "できるだけ早く 午前" in resident.post(f"{HOME}/call/{number}", data=changed).text
    assert [call.wish.part for call in waiting(house)] == [MORNING]
    assert "<p data-own>いつ: できるだけ早く 午前</p>" in status(resident, number).text


@pytest.mark.parametrize(
    ("typed", "part", "told"),
    [
        ({"number": ""}, "number", "どの番号に電話すればよいか、教えてください。"),
        ({"number": "other"}, "phone", "どの番号に電話すればよいか、教えてください。"),
        ({"number": "forged"}, "number", "どの番号に電話すればよいか、教えてください。"),
        ({"phone": "12"}, "phone", "電話番号を、"),
        ({"day": ""}, "day", "電話してほしい日を、選んでください。"),
        ({"day": "2026-11-28"}, "day", "電話してほしい日を、選んでください。"),
        ({"day": "2999-99-99"}, "day", "電話してほしい日を、選んでください。"),
        ({"part": "midnight"}, "part", "電話してほしい時間を、選んでください。"),
        ({"about": "長" * 301}, "about", "「話したいこと」が長すぎます。300文字までで書いてください。"),
    ],
)
def test_what_cannot_be_is_told_and_loses_nothing(
    resident: TestClient, house: House, number: str, typed: dict[str, str], part: str, told: str
) -> None:
    form = ticket(resident.get(f"{HOME}/call/{number}"))
    data = {**form, **CHOSEN, "about": "口座のこと", **typed}
    page = resident.post(f"{HOME}/call/{number}", data=data)
    assert page.status_code == 422
    assert f'<a href="#{part}">{told}' in page.text
    assert f"\n{data['about']}</textarea>" in page.text
    assert f'id="{part}"' in page.text
    assert waiting(house) == []


def test_comfort_keeps_what_was_chosen(resident: TestClient, house: House, number: str) -> None:
    form = ticket(resident.get(f"{HOME}/call/{number}"))
    data = {**form, **CHOSEN, "day": "2026-11-25", "about": "書きかけ", "do": "language:en"}
    page = resident.post(f"{HOME}/call/{number}", data=data).text
    assert ('<html lang="en"' in page, 'value="2026-11-25" checked' in page) == (True, True)
    assert "\n書きかけ</textarea>" in page
    assert waiting(house) == []


def test_nobody_sends_the_office_to_somebody_elses_telephone(phone: Phone, house: House, number: str) -> None:
    stranger = phone()
    own = sent(stranger)
    form = ticket(stranger.get(f"{HOME}/call/{own}"))
    for page in (
        stranger.get(f"{HOME}/call/{number}"),
        stranger.post(f"{HOME}/call/{number}", data={**form, **CHOSEN}),
    ):
        assert urlsplit(str(page.url)).path == f"{HOME}/status"
    forged = {**form, "ticket": "0" * 32, **CHOSEN}
    assert stranger.post(f"{HOME}/call/{own}", data=forged).status_code == 200
    assert waiting(house) == []


def test_who_asks_again_and_again_is_stopped(resident: TestClient, house: House, number: str) -> None:
    codes = []
    for _ in range(6):
        form = ticket(resident.get(f"{HOME}/call/{number}"))
        codes.append(resident.post(f"{HOME}/call/{number}", data={**form, **CHOSEN}).status_code)
    assert codes == [200] * 5 + [429]
    assert len(waiting(house)) == 1


@pytest.mark.parametrize(
    ("helpers", "offered"), [("03-3210-9876", ["helper", "own", "other"]), ("090-1234-5678", ["helper", "other"])]
)
def test_whoever_helps_is_called_too(phone: Phone, house: House, helpers: str, offered: list[str]) -> None:
    version = house.catalogue.version_on(TOWN, "kaigo-nintei", house.clock().date())
    assert version
    picks = {"filer": "family", "helper-phone": helpers, "phone": "090-1234-5678", "insured-number": "0012345678"}
    walker = Walker(phone(), version, picks)
    walker.to_review()
    number = receipt_number(walker.send())
    shown = walker.phone.get(f"{HOME}/call/{number}")
    assert re.findall(r'name="number" value="(\w+)"', shown.text) == offered
    page = walker.phone.post(f"{HOME}/call/{number}", data={**ticket(shown), **CHOSEN, "number": "helper"})
    assert "申し込みに書いた、代わりの人の番号" in page.text
    with house.database.reading() as db:
        (call,) = calls.of_case(db, house.keys, case_of(house, number))
    assert call.wish.phone == helpers.replace("-", "")
