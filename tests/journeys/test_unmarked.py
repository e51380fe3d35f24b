"""Pages, mails, papers and the desk in a language nobody speaks: what stands there in any other was never marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from httpx2 import Response

from a11y.desk import answers, browser
from a11y.elsewhen import house as another
from a11y.office import given
from a11y.pages import PAGES
from a11y.papers import to_resident
from portal.app import create
from portal.language.words import CODES as LANGUAGES
from portal.web.house import House
from tests import pseudo
from tests.journeys.test_seen_and_heard import CODES, WAYS, Looking, Tried, after, around
from tests.journeys.test_unpaged import sent as applied
from tests.pseudo import LANGUAGE, outside
from tests.resident.conftest import Phone
from tests.serving import HOUSE

SAME = re.compile(r"[A-Z]|https?://\S+|JIS|WCAG 2\.2|(https?:|portal\.test|qps-ploc|[a-z-]+)/")
"""What is the same in every language: keys to press, names of standards, pieces of an address for print."""


class Reading(Looking):
    """A browser that looks for what is not marked."""

    def _looked(self, page: Response) -> Iterator[str]:
        yield from (words for words in outside(page.text) if not SAME.fullmatch(words))


DATA = "".join(
    (HOUSE / file).read_text(encoding="utf-8")
    for file in (
        "tests/cases/given.py",
        "a11y/desk.py",
        "a11y/office.py",
        "tests/cases/work/test_beside.py",
        "a11y/pages.yaml",
        "portal/language/words.py",
        "portal/municipalities/data/990019.yaml",
        "portal/catalogue/services/kyufukin/2026-04-01.yaml",
    )
)
"""What stands at the desk and is somebody's, a town's, or a language's own name."""
TO_PRESS = re.compile(r"j|k|Enter|\{.*|localhost.*|resume")
"""Keys, what a script is told, pieces of an address."""


def own(words: str) -> bool:
    """Whether words are data of the desk, line by line."""
    return all(line in DATA for line in re.split(r"[\s–　0-9-]+", words))


def unmarked(html: str) -> Iterator[str]:
    """What was never marked of a page, or of a piece that says itself which language it is in."""
    return (words for words in outside(html.replace(f' lang="{LANGUAGE.code}"', "")) if not SAME.fullmatch(words))


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


def test_every_word_of_mails_and_papers_is_marked(speaks: None, house: House, phone: Phone) -> None:
    sent = applied(house, phone, LANGUAGE.code)
    amiss = [f"{one.kind}, {one.name}: {words}" for one in to_resident(sent) for words in unmarked(one.html)]
    assert not amiss, "\n".join(amiss)


def test_every_word_of_the_desk_is_marked(speaks: None, tmp_path: Path) -> None:
    amiss = list[str]()
    for name, told in PAGES["desk"].items():
        with another(tmp_path / name) as house, browser(house, told, f"100.standard.{LANGUAGE.code}") as clerk:
            for state, _, page in answers(house, clerk, told, given(house, told)):
                assert page.status_code < 500, name
                found = (words for words in unmarked(page.text) if not (own(words) or TO_PRESS.fullmatch(words)))
                amiss += (f"{name}, {state}: {words}" for words in found)
    assert not amiss, "\n".join(amiss)
