"""The whole benefit by ear, with the network cut: script and sound of every page, from the first to the receipt."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
import soundfile
from httpx2 import Response
from starlette.testclient import TestClient

from portal.cases import case as cases
from portal.processes.child import Child
from portal.speech.processes.pool import Pool
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE, TYPED, pressing
from tests.resident.conftest import Phone
from tests.resident.filling import receipt_number, sent
from tests.resident.listening.asked import script
from tests.speech.test_offline import CUT_OFF

FIRST = 2
"""Published sentences of a page that are listened to, and all that are somebody's own: a voice takes its time."""
ALOUD = {"do": "aloud:on", "back": f"{SERVICE}/"}


@pytest.fixture(autouse=True)
def cut_off(house: House) -> Iterator[None]:
    """No voice may open a socket; what every test holds to is that nothing but this machine is reached."""
    speaker = house.sounds.speaker
    speaker.pool = Pool(2, partial(Child, "-c", CUT_OFF, speaker.voices.tell()))
    yield
    speaker.pool.end()


class Listener:
    """Somebody who cannot see: hears what is new on each page, and goes on once they have heard enough of it."""

    def __init__(self, phone: TestClient) -> None:
        self.phone, self.heard, self.seconds = phone, set[str](), 0.0

    def get(self, path: str) -> Response:
        """A page opened, and heard."""
        return self._listened(self.phone.get(path))

    def post(self, path: str, form: dict[str, str]) -> Response:
        """A form sent, and the page after it heard."""
        return self._listened(self.phone.post(path, data={"do": "next", **form}))

    def _listened(self, page: Response) -> Response:
        assert page.status_code in {200, 422}, page.url.path
        told = script(self.phone, page)["utterances"]
        assert told, page.url.path
        new = [one for one in told if one["text"] not in self.heard]
        published = [one for one in new if one["public"]][:FIRST]
        for one in (*published, *(one for one in new if not one["public"])):
            self._sound(one)
        return page

    def _sound(self, one: dict[str, Any]) -> None:
        """The sound of a sentence."""
        self.heard.add(one["text"])
        answer = self.phone.get(one["src"])
        assert answer.status_code == 200, one["text"]
        samples, rate = soundfile.read(io.BytesIO(answer.content))
        assert len(samples) > 0.1 * rate, one["text"]
        self.seconds += len(samples) / rate


def told(house: House, number: str) -> list[str]:
    """What the records of consent say about reading aloud."""
    with house.database.reading() as db:
        case = cases.by_number(db, house.keys, "990019", number)
    assert case is not None
    return [entry["record"]["accessibility"]["aloud"] for entry in case.consent["records"]]


def test_the_whole_way_is_heard_and_the_record_says_so(phone: Phone, house: House) -> None:
    resident = Listener(phone())
    resident.phone.post(f"{HOME}/preferences", data=ALOUD)
    resident.get(f"{SERVICE}/")
    resident.post(f"{SERVICE}/", {"do": "begin"})
    resident.post(f"{SERVICE}/filer", {"value": ""})
    for step, typed in TYPED.items():
        page = resident.post(f"{SERVICE}/{step}", dict(typed))
    assert page.url.path == f"{SERVICE}/review"
    act = resident.get(f"{SERVICE}/consent")
    number = receipt_number(resident.post(f"{SERVICE}/consent", pressing(act.text)))
    assert {number, "受けつけました"} <= resident.heard
    assert resident.seconds > 100
    assert set(told(house, number)) == {"on"}


def test_without_it_no_record_claims_that_it_was_read_aloud(phone: Phone, house: House) -> None:
    assert set(told(house, sent(phone()))) == {""}
