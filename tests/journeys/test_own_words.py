"""Nobody's own words are ever a published sound: which ones a page asks for is the same whatever was answered."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from portal.language.words import words_for
from portal.speech.script import glue
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE, TYPED, pressing
from tests.photographed import photo
from tests.resident.aloud.given import reader
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, receipt_number
from tests.resident.listening.asked import script

Typed = Mapping[str, Mapping[str, str]]

BLANK = "まだ書いていません。"
"""Said of every box until something is written there."""
PUBLISHED = words_for("ja")(glue.PHOTO)
"""Taken for a name, so that wherever the name stands in a sentence, one that is published stands there too."""
ONE: Typed = {
    **TYPED,
    "email": {"value": "hanako@example.jp"},
    "filer": {"value": "family"},
    "identity-way": {"value": "now"},
}
OTHER: Typed = {
    **ONE,
    "applicant-name": {"family": f"{PUBLISHED}はい", "given": "", "family_kana": "はい", "given_kana": ""},
    "birth-date": {"era": "heisei", "year": "2", "month": "12", "day": "31"},
    "address": {"postcode": "", "town": "霞ヶ浜市", "street": "もどる", "building": "いいえ"},
    "phone": {"value": ""},
    "bank-account": {**TYPED["bank-account"], "account_kind": "savings", "number": "7654321", "holder": "ハイ ツギヘ"},
}
"""The same way answered otherwise, and in words that are published too."""
PERSON = {**TYPED["applicant-name"], "given": "太郎", "given_kana": "たろう", **BORN, "relation": "spouse"}
STRANGER = {**OTHER["applicant-name"], "given": "もどる", **OTHER["birth-date"], "relation": "child"}


@pytest.fixture(autouse=True)
def quick(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """No voice is woken."""
    monkeypatch.setattr(house.sounds.speaker, "warm", lambda language: None)


def published(phone: TestClient, page: Response) -> set[str]:
    """What a page asks everybody's caches for, told by its words."""
    return {one["text"] for one in script(phone, page)["utterances"] if one["public"]} - {BLANK}


class Listened:
    """Somebody on the way; `asked` has the published words of each page as it came, in order."""

    def __init__(self, phone: TestClient) -> None:
        self.phone = phone
        self.asked: list[tuple[str, set[str]]] = []

    def get(self, path: str) -> Response:
        """A page opened."""
        return self._heard(self.phone.get(path))

    def send(self, path: str, typed: Mapping[str, str]) -> Response:
        """A form sent, its answer read back, and the page after."""
        files = {"value": ("IMG_1.JPG", photo(), "image/jpeg")} if path.endswith("-photo") else None
        page = self._heard(self.phone.post(path, data={"do": "next", **typed}, files=files))
        if page.url.path.endswith("/recap"):
            page = self._heard(self.phone.post(page.url.path, data={"do": "next"}))
        return page

    def _heard(self, page: Response) -> Response:
        assert page.status_code in {200, 422}, page.url.path
        self.asked.append((urlsplit(str(page.url)).path, published(self.phone, page)))
        return page


def told(phone: TestClient, answers: Typed, person: Mapping[str, str]) -> Listened:
    """The whole way of a family, every page heard; questions are opened again with their answers."""
    listened = Listened(phone)
    page = listened.send(f"{SERVICE}/", {"do": "begin"})
    for _ in range(60):
        path = page.url.path
        step = path.removeprefix(f"{SERVICE}/")
        if step == "review":
            break
        if step == "members":
            form = listened.send(path, {"do": "add"})
            listened.send(form.url.path, person)
            listened.get(form.url.path)
            page = listened.send(path, {"do": "done"})
            page = page if page.url.path != path else listened.send(path, {"do": "done"})
            continue
        typed = answers.get(step) or {"everybody": {"value": "yes"}}.get(step, {})
        page = listened.send(path, typed)
        page = page if page.url.path != path else listened.send(path, typed)  # a doubt, told once
        listened.get(path)
    listened.get(f"{SERVICE}/review")
    listened.get(f"{SERVICE}/later")
    code = listened.send(f"{SERVICE}/later", answers["birth-date"])
    assert "続きの番号" in code.text
    act = listened.get(f"{SERVICE}/consent")
    receipt = listened.send(f"{SERVICE}/consent", pressing(act.text))
    listened.send(f"{HOME}/status", {"number": receipt_number(receipt), **answers["birth-date"]})
    return listened


def test_the_same_is_published_whatever_was_answered(phone: Phone, house: House) -> None:
    assert house.sounds.name("ja", PUBLISHED)
    heard = told(reader(phone), ONE, PERSON).asked, told(reader(phone), OTHER, STRANGER).asked
    paths = set.intersection(*({path for path, _ in asked} for asked in heard))
    assert {f"{SERVICE}/bank-account/recap", f"{SERVICE}/review", f"{SERVICE}/done", f"{HOME}/status"} <= paths
    for path in sorted(paths):
        mine, yours = ([words for at, words in asked if at == path][-1] for asked in heard)
        assert mine == yours, path


def test_of_an_answer_read_back_nothing_is_kept(phone: Phone, house: House) -> None:
    resident = reader(phone)
    resident.post(f"{SERVICE}/", data={"do": "begin"})
    page = resident.post(f"{SERVICE}/filer", data={"value": "self", "do": "next"})
    (answer,) = [one for one in script(resident, page)["utterances"] if one["text"] == "わたし一人の分"]
    sound = resident.get(answer["src"])
    assert (sound.status_code, sound.headers["cache-control"]) == (200, "no-store")
    assert not list(house.settings.var.glob("speech/sounds/*/*"))


def test_a_page_nobody_knows_may_be_somebodys(phone: Phone) -> None:
    html = "<main><dl class='rows'><div><dt>だれ</dt><dd data-own><p>わたし一人の分</p></dd></div></dl></main>"
    for page in ("/elsewhere", f"{SERVICE}/filer/", f"{HOME}/nowhere/x/y/z"):
        answer = phone().post(f"{HOME}/listen", data={"page": page, "html": html})
        assert not any(one["public"] for one in answer.json()["utterances"] if one["text"] == "わたし一人の分")
