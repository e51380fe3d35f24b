"""Going on later: a code on paper and the birth date, on any telephone."""

from __future__ import annotations

import re
from html import unescape

from starlette.testclient import TestClient

from tests.journeys.benefit import HOME, SERVICE, TYPED
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, answered, begun, reviewed

CODE = re.compile(r"\b\d{4}-\d{4}\b")


def code_of(phone: TestClient, **typed: str) -> str:
    """The code shown."""
    page = phone.post(f"{SERVICE}/later", data={**typed, "do": "next"})
    found = [code for code in CODE.findall(unescape(page.text)) if not code.startswith("0000")]
    assert found, page.text
    return str(found[0])


def test_another_phone_goes_on_where_the_first_stopped(phone: Phone) -> None:
    first, second = phone(), phone()
    begun(first)
    for step in ("filer", "applicant-name", "birth-date"):
        answered(first, step, TYPED[step])
    assert "生まれた日" not in first.get(f"{SERVICE}/later").text.split("<main")[1].split("</form>")[0]
    wide = code_of(first).translate(str.maketrans("0123456789-", "０１２３４５６７８９ー"))
    page = second.post(f"{HOME}/resume", data={"code": wide, **BORN, "do": "next"})
    assert page.url.path == f"{SERVICE}/address"
    assert "髙橋" in second.get(f"{SERVICE}/applicant-name").text


def test_the_birth_date_is_asked_when_it_is_not_known_yet(phone: Phone) -> None:
    first, second = phone(), phone()
    begun(first)
    assert first.post(f"{SERVICE}/later", data={"do": "next"}).status_code == 422
    code = code_of(first, **BORN)
    assert second.post(f"{HOME}/resume", data={"code": code, **BORN}).url.path == f"{SERVICE}/filer"


def test_a_wrong_code_or_birth_date_is_told_kindly_and_nothing_is_lost(phone: Phone) -> None:
    first, second = phone(), phone()
    reviewed(first)
    code = code_of(first)
    page = second.post(f"{HOME}/resume", data={"code": code, **BORN, "day": "2"})
    assert page.status_code == 422
    assert "もう一度確かめて" in page.text
    assert code in page.text
    short = second.post(f"{HOME}/resume", data={"code": "12", "year": "", "month": "", "day": ""})
    assert short.status_code == 422
    assert "8けた" in short.text


def test_a_guesser_is_slowed_down(phone: Phone) -> None:
    guesser = phone()
    pages = [guesser.post(f"{HOME}/resume", data={"code": f"{n:08d}", **BORN}) for n in range(21)]
    assert [page.status_code for page in pages] == [422] * 20 + [429]
    assert "15分" in pages[-1].text
