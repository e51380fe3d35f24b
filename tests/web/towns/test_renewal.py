"""Renewal: every process takes up what a town has changed, and a page kept from before is shown no more."""

from __future__ import annotations

import asyncio
import threading
from datetime import datetime

import pytest
from sqlalchemy.exc import OperationalError

from portal.language.words import words_for
from portal.municipalities.own import changes
from portal.municipalities.own.changes import Change
from portal.web.house import House
from portal.web.towns import renewal
from portal.web.towns.renewal import renew, watching
from tests.resident.conftest import Phone, house, phone

__all__ = ["house", "phone"]
TOWN = "990019"
NEW = {"phone": "0123-45-6789", "hours": {"ja": "平日の午前9時から", "en": "Weekdays from 9"}}


def change(house: House, now: datetime, seen: int = 0, **values: object) -> None:
    """What another process does."""
    with house.database.writing() as db:
        changes.keep(db, TOWN, Change("contacts", values, at=now), seen)


def test_kept_pages_tell_what_the_town_says_now(house: House, phone: Phone, now: datetime) -> None:
    browser = phone()
    pages = [
        f"/{language}/kasumigahama/{page}" for language in ("ja", "en", "ko") for page in ("", "kyufukin", "offline")
    ]
    before = {page: browser.get(page).text for page in pages}
    assert not renew(house)
    change(house, now, **NEW)
    assert renew(house)
    assert not renew(house), "once is enough"
    for page, text in before.items():
        assert "0000-00-0001" in text
        after = browser.get(page).text
        assert "0123-45-6789" in after
        assert "0000-00-0001" not in after
    assert "Weekdays from 9" in browser.get("/en/kasumigahama/").text
    assert '<bdi lang="ja">平日の午前9時から</bdi>' in browser.get("/ko/kasumigahama/").text
    assert "0123-45-6789" not in browser.get("/ja/hoshino/").text


def test_going_back_is_taken_up_too(house: House, now: datetime) -> None:
    change(house, now, **NEW)
    renew(house)
    change(house, now, seen=1)
    assert renew(house)
    assert house.towns["kasumigahama"].phone == house.files["kasumigahama"].phone


def test_what_is_new_is_read_aloud_as_it_is_computed(house: House, now: datetime) -> None:
    before = house.sounds
    assert before.published.find("ja", "平日の午前9時から") is None
    change(house, now, **NEW)
    renew(house)
    assert house.sounds.published.find("ja", "平日の午前9時から")
    assert house.sounds.published.find("en", "Weekdays from 9")
    assert house.sounds.published.find("ja", words_for("ja")(house.files["kasumigahama"].hours)) is None


def test_words_of_a_service_are_taken_up_and_read_aloud(house: House, phone: Phone, now: datetime) -> None:
    browser, at = phone(), ("/ja/kasumigahama/kyufukin/", "/en/kasumigahama/kyufukin/", "/ja/hoshino/kyufukin/")
    assert all("福祉課" not in browser.get(page).text for page in at)
    ready = {"ja": "福祉課の手紙", "en": "The letter of the town"}
    with house.database.writing() as db:
        own = Change("texts.kyufukin@2026-04-01", {"ready": [ready], "figures": {"amount": 7654}}, at=now)
        changes.keep(db, TOWN, own, 0)
    before = house.catalogue
    assert renew(house)
    mine, english, other = (browser.get(page).text for page in at)
    assert ready["ja"] in mine
    assert "7,654" in mine
    assert ready["en"] in english
    assert ready["ja"] not in other
    assert house.sounds.published.find("ja", ready["ja"])
    taken = house.catalogue
    assert taken is not before
    change(house, now, **NEW)
    renew(house)
    assert house.catalogue is taken, "nothing of it is new"


def test_looks_again_until_told_to_stop_though_the_database_goes_away(
    house: House, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = threading.Event()
    answers = [OperationalError("", {}, Exception()), None]

    def look(seen: House) -> bool:
        answer = answers.pop(0) if answers else None
        if answer:
            raise answer
        looked.set()
        return renew(seen)

    async def watched() -> None:
        stop = asyncio.Event()
        task = asyncio.ensure_future(watching(house, stop))
        await asyncio.to_thread(looked.wait, 60)
        stop.set()
        await task

    monkeypatch.setattr(renewal, "SECONDS", 0.01)
    monkeypatch.setattr(renewal, "renew", look)
    change(house, now, **NEW)
    asyncio.run(watched())
    assert house.towns["kasumigahama"].phone == "0123-45-6789"
