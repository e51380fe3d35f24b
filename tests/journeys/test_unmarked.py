"""Every page of every way in a language nobody speaks: what stands there in any other was never marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from httpx2 import Response

from portal.app import create
from portal.language.words import CODES as LANGUAGES
from portal.web.house import House
from tests import pseudo
from tests.journeys.test_seen_and_heard import CODES, WAYS, Looking, Tried, after, around
from tests.pseudo import LANGUAGE, outside

SAME = re.compile(r"[A-Z]|JIS|WCAG 2\.2|(https?:|portal\.test|qps-ploc|[a-z-]+)/")
"""What is the same in every language: keys to press, names of standards, pieces of an address for print."""


class Reading(Looking):
    """A browser that looks for what is not marked."""

    def _looked(self, page: Response) -> Iterator[str]:
        yield from (words for words in outside(page.text) if not SAME.fullmatch(words))


@pytest.fixture
def speaks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The portal speaks it for the length of a test."""
    pseudo.speak(monkeypatch.setattr)
    yield
    LANGUAGES.pop(LANGUAGE.code)


@pytest.fixture
def reading(speaks: None, house: House) -> Iterator[Reading]:
    """A browser of somebody who looks."""
    with Reading(create(house), base_url="http://portal.test", follow_redirects=True) as client:
        client.headers["Sec-Fetch-Site"] = "same-origin"
        client.amiss, client.pages = {}, set()
        yield client


def test_every_word_is_marked(reading: Reading, house: House) -> None:
    for town, service, picks in WAYS:
        version = house.catalogue.version_on(CODES[town], service, date(2026, 11, 24))
        assert version is not None
        reading.cookies.clear()
        resident = Tried(reading, version, picks, LANGUAGE.code, town)
        reading.get(resident.service)
        resident.to_review()
        after(reading, resident)
    for town in CODES:
        around(reading, f"/{LANGUAGE.code}/{town}/")
    reading.get(f"/{LANGUAGE.code}/hoshino/inkan-toroku/")
    assert not reading.amiss, "\n".join(reading.amiss)
    assert len(reading.pages) > 100
