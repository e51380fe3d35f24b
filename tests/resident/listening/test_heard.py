"""What is known of a page: names with their furigana, answers as their kinds speak them, boxes as they are typed."""

from __future__ import annotations

from starlette.requests import Request
from starlette.testclient import TestClient

from portal.resident.listening.heard import known
from portal.resident.listening.listen import page_of
from portal.speech.script import NOTHING, Known
from portal.web.house import House
from portal.web.visit import Page, Visit
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import reviewed, sent


def at(house: House, client: TestClient, path: str) -> Known:
    """What is known of a page on this phone."""
    cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b""}
    headers = [(b"cookie", cookies.encode())]
    request = Request({**scope, "headers": headers, "path_params": {"language": "ja", "town": "kasumigahama"}})
    page = page_of(Visit(house, request, Page("listen", {})), path, request)
    assert page
    with page:
        return known(page)


def test_everybodys_pages_know_nobody(house: House, phone: Phone) -> None:
    client = phone()
    reviewed(client)
    assert at(house, client, f"{HOME}/") is NOTHING
    assert at(house, client, f"{SERVICE}/") is NOTHING


def test_names_come_with_their_own_furigana(house: House, phone: Phone) -> None:
    client = phone()
    reviewed(client)
    assert at(house, client, f"{SERVICE}/review").names == {"髙橋　花子": "タカハシ　ハナコ"}
    sent(client)
    assert at(house, client, f"{SERVICE}/done").names == {"髙橋　花子": "タカハシ　ハナコ"}


def test_answers_are_spoken_by_their_kinds(house: House, phone: Phone) -> None:
    client = phone()
    reviewed(client)
    shown = at(house, client, f"{SERVICE}/review").shown
    assert shown[("03-1234-5678",)].startswith("ゼロ サン")
    assert not at(house, phone(), f"{SERVICE}/review").shown


def test_boxes_are_read_as_the_question_reads_them(house: House, phone: Phone) -> None:
    client = phone()
    reviewed(client)
    read = at(house, client, f"{SERVICE}/birth-date").read
    (reading,) = read({"era": "showa", "year": "10", "month": "4", "day": "1"})
    assert "ショウワ ジュウネン" in reading.spoken
    assert not read({"era": "showa", "year": "99", "month": "99", "day": "1"})
    assert at(house, client, f"{HOME}/status").read({"era": "showa", "year": "10", "month": "4", "day": "1"})


def test_nothing_known_is_told_by_printing_it(house: House, phone: Phone) -> None:
    client = phone()
    reviewed(client)
    assert "花子" not in repr(at(house, client, f"{SERVICE}/review"))
