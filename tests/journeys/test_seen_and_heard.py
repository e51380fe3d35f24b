"""Every page of every way, empty, filled and in error: what is seen is heard, and nothing is heard that is not seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from portal.answers import KINDS
from portal.app import create
from portal.language import words
from portal.municipalities.municipality import DATA
from portal.preferences import COOKIE
from portal.resident.listening import listen
from portal.security.allowance import Allowance
from portal.speech.reading.approved import LOCALES, NAME, SERVICES, kept
from portal.web.house import House
from tests.journeys.benefit import NUMBER, RECALL, pressing
from tests.journeys.looked_at import differences
from tests.journeys.walker import Picks, Walker
from tests.resident.aloud.given import TOGETHER
from tests.resident.listening.asked import listened
from tests.resident.talk.given import ticket

FAMILY: Picks = {"filer": "family", "members": "花子 太郎", "everybody": "no", "identity-way": "now"}
PROXY: Picks = {"filer": "proxy", "proxy-kind": "carer", "lives-alone": "yes", "identity-way": "post"}
WAYS = [
    *(("kasumigahama", "kyufukin", picks) for picks in (FAMILY, PROXY)),
    ("kasumigahama", "kaigo-nintei", {"filer": "family", "insured-number": "００１２３４５６７８"}),
    *((town, "juminhyo", {"copies": "２"}) for town in ("kasumigahama", "hoshino")),
    ("hoshino", "kyufukin", {"filer": "self", "identity-way": "bring"}),
]
CODES = {"kasumigahama": "990019", "hoshino": "990027"}
LANGUAGES = ("ja", "ja-simple", "en")
NONSENSE = "〓？ 12ab"
SRC = re.compile(r"/speech/[0-9a-f]{32}\.mp3|/[a-z-]+/[a-z]+/listen/[\w-]+\.mp3")


class Approved:
    """The readings somebody has approved; a sentence's places stand open in them."""

    def __init__(self) -> None:
        files = (LOCALES / NAME, DATA.parent / NAME, *SERVICES.glob(f"*/{NAME}"))
        readings = [kept(file) for file in files]
        self._exact = {seen for one in readings for of in one.values() for seen, kana in of.items() if kana}
        places = [re.split(r"\{\w+\}", seen) for seen in self._exact if "{" in seen]
        self._open = re.compile("|".join(".+".join(map(re.escape, parts)) for parts in places if any(parts)))

    def has(self, seen: str) -> bool:
        """Whether a sentence's reading is approved."""
        return seen in self._exact or bool(self._open.fullmatch(seen))


class Looking(TestClient):
    """A browser whose every page is compared with its script; `amiss` has what was found, by page."""

    approved: Approved
    amiss: dict[str, None]
    pages: set[str]
    voiceless: set[str]

    def request(self, *args: Any, **kwargs: Any) -> Response:
        page = super().request(*args, **kwargs)
        if page.headers.get("content-type", "").startswith("text/html") and page.text not in self.pages:
            self.pages.add(page.text)
            self.amiss |= dict.fromkeys(f"{page.url.path}: {words}" for words in self._looked(page))
        return page

    def _looked(self, page: Response) -> Iterator[str]:
        language = page.url.path.split("/")[1]
        told = listened(self, page).json()["utterances"]
        yield from differences(page.text, language, told)
        yield from (f"no sound: {one['text']}" for one in told if not self._sounds(one))
        published = [one for one in told if one["public"] and one["lang"] == "ja"]
        yield from (f"no reading: {one['text']}" for one in published if not self.approved.has(one["text"]))

    def _sounds(self, one: Mapping[str, Any]) -> bool:
        """Whether a sentence has a sound, or no voice of ours speaks its language."""
        return bool(SRC.fullmatch(one["src"])) or (not one["src"] and one["lang"] in self.voiceless)


@dataclass
class Tried(Walker):
    """A resident who sends every question empty and with nonsense first, and looks at each answer again."""

    def answer(self, step: str) -> Response:
        question, path = self.version.source.question(step.partition(".")[0]), f"{self.service}{step}"
        if question.kind == "household":
            form = self.phone.post(path, data={"do": "add"})
            self.phone.post(form.url.path, data={"do": "next", "family": NONSENSE})
        elif question.kind != "photo":
            parts = KINDS[question.kind].parts(self.version.told(self.language).asks[question.id])
            for text in ("", NONSENSE):
                self.phone.post(path, data={**dict.fromkeys(parts, text), "do": "next"})
        after = super().answer(step)
        self.phone.get(path)
        return after


@pytest.fixture
def looking(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[Looking]:
    """A browser of somebody who compares."""
    monkeypatch.setattr(house.sounds.speaker, "warm", lambda language: None)
    monkeypatch.setattr(listen, "SCRIPTS", Allowance(10**6, 60))
    with Looking(create(house), base_url="http://portal.test", follow_redirects=True) as client:
        client.headers["Sec-Fetch-Site"] = "same-origin"
        client.approved, client.amiss, client.pages = Approved(), {}, set()
        client.voiceless = {words.CODES[code].html_lang for code in house.voiceless}
        yield client


def around(phone: Looking, town: str) -> None:
    """The pages around the services."""
    for page in ("", "resume", "status", "preferences", "reading", "voice", "accessibility", "nowhere/to/be"):
        phone.get(f"{town}{page}")
    for page, part in {"resume": "code", "status": "number"}.items():
        phone.post(f"{town}{page}", data={"do": "next"})
        phone.post(f"{town}{page}", data={part: "12", "year": "1", "era": "showa", "do": "next"})


def after(phone: Looking, resident: Walker) -> None:
    """Putting it off, the act, once with a wrong answer to what is asked before it, the receipt, and taking it back."""
    service = resident.service
    for page in ("review", "consent", "later", "notice"):
        phone.get(f"{service}{page}")
    phone.post(f"{service}later", data={"do": "next", "era": "showa", "year": "10", "month": "4", "day": "1"})
    act = phone.get(f"{service}consent").text
    for wrong in RECALL.findall(act)[1:2]:
        phone.post(f"{service}consent", data={**pressing(act), "recall": wrong})
    receipt = resident.send()
    phone.get(f"{service}done")
    number = NUMBER.search(receipt.text)
    assert number, receipt.text
    if resident.version.service == "juminhyo":
        talking(phone, service.removesuffix("juminhyo/"), number.group())
    for link in re.findall(r'href="([^"]+/withdraw/[^"]+)"', receipt.text):
        phone.get(link)
        phone.post(link, data={"do": "withdraw"})
    phone.get(f"{service}done")


def talking(phone: Looking, town: str, number: str) -> None:
    """Writing to the office and asking to be called, once in vain and once well."""
    call = {"phone": "03-3210-9876", "day": "soon", "part": "morning", "about": "送る日のこと"}
    for page, typed in {"reply": {"text": "送ります。"}, "call": call}.items():
        form = ticket(phone.get(f"{town}{page}/{number}"))
        for written in (dict.fromkeys(typed, ""), typed):
            phone.post(f"{town}{page}/{number}", data={**form, **written})
        phone.get(f"{town}{page}/{number}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_seen_is_heard(house: House, looking: Looking, language: str) -> None:
    for town, service, picks in WAYS:
        version = house.catalogue.version_on(CODES[town], service, date(2026, 11, 24))
        assert version is not None
        looking.cookies.clear()
        resident = Tried(looking, version, picks, language, town)
        looking.get(resident.service)
        resident.to_review()
        after(looking, resident)
    for town in CODES:
        around(looking, f"/{language}/{town}/")
    looking.get(f"/{language}/hoshino/inkan-toroku/")
    assert not looking.amiss, "\n".join(looking.amiss)
    assert len(looking.pages) > 300


def test_what_is_seen_is_heard_where_one_reads_to_another(house: House, looking: Looking) -> None:
    looking.cookies.set(COOKIE, TOGETHER)
    version = house.catalogue.version_on("990019", "kyufukin", date(2026, 11, 24))
    assert version is not None
    resident = Confirming(looking, version, FAMILY)
    resident.to_review()
    after(looking, resident)
    assert not looking.amiss, "\n".join(looking.amiss)


@dataclass
class Confirming(Walker):
    """Somebody whose answers are each read back and confirmed."""

    def answer(self, step: str) -> Response:
        if step.endswith("/recap"):
            return self.phone.post(f"{self.service}{step}", data={"do": "next"})
        return super().answer(step)
