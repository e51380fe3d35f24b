"""A resident at the page of their application, and the office on the other side."""

from __future__ import annotations

import re
from io import BytesIO

from httpx2 import Response
from PIL import Image
from starlette.testclient import TestClient

from portal.cases.case import Case, by_number
from portal.cases.course import messages
from portal.cases.course.messages import Message
from portal.cases.inbox import Wanted
from portal.cases.letters.resident import Writing
from portal.cases.talk import calls, replies
from portal.cases.talk.calls import Call
from portal.cases.talk.replies import Reply
from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.filling import BORN

TOWN = "990019"
QUESTION = "通帳の写真が、ぼやけていました。\nもう一度、送ってください。"
WELFARE = Wanted(municipality=TOWN, departments=frozenset({"welfare"}))
HIDDEN = re.compile(r'<input type="hidden" name="(ticket|proof)" value="([^"]*)">')


def case_of(house: House, number: str) -> Case:
    """The case of a receipt number."""
    with house.database.reading() as db:
        found = by_number(db, house.keys, TOWN, number)
    assert found is not None
    return found


def asked(house: House, number: str, text: str = QUESTION) -> None:
    """The office writes."""
    with house.database.writing() as db:
        about = Writing(case_of(house, number), house.towns["kasumigahama"], None, "https://portal.test")
        messages.write(db, house.keys, about, Message("b" * 32, house.clock(), text))


def status(phone: TestClient, number: str) -> Response:
    """The page that tells where it stands, for number and birth date."""
    return phone.post(f"{HOME}/status", data={"number": number, **BORN})


def ticket(page: Response) -> dict[str, str]:
    """What a form brings along."""
    found = dict(HIDDEN.findall(page.text))
    assert found.keys() == {"ticket", "proof"}
    return found


def replied(house: House, number: str) -> list[Reply]:
    """What the office has of the resident's."""
    with house.database.reading() as db:
        return replies.of_case(db, house.keys, case_of(house, number))


def waiting(house: House) -> list[Call]:
    """Whom the office is to call."""
    with house.database.reading() as db:
        return calls.queue(db, house.keys, WELFARE)


def picture() -> bytes:
    """A small photo."""
    content = BytesIO()
    Image.new("RGB", (40, 30), "red").save(content, "JPEG")
    return content.getvalue()
