"""Where a message is seen, in words, and the way there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

import pytest
from starlette.requests import Request

from portal.desk.translations.book import book
from portal.desk.translations.message import PAGE
from portal.desk.translations.place import Place, place
from portal.desk.visit import DeskVisit
from portal.language.translating import seen
from portal.language.translating.messages import Told
from portal.preferences import COOKIE, Preferences
from portal.web.house import House
from tests.resident.conftest import Phone

REFUSED = re.compile("/vi/kasumigahama/(x/|own/x)$")
LIGHT = "#:~:text="


def places(house: House, language: str = "ja", town: str = "kasumigahama") -> Iterator[tuple[Told, Place]]:
    """Every message in Vietnamese with its place, told at the desk of a town in a language."""
    cookie = f"{COOKIE}={Preferences(language=language).cookie}".encode()
    scope = {"type": "http", "headers": [(b"cookie", cookie)], "path_params": {"town": town}, "method": "GET"}
    with DeskVisit(house, Request(scope), PAGE, None) as visit:
        yield from ((told, place(visit, told, "vi")) for told in book("vi").messages.values())


@pytest.mark.parametrize(("language", "other"), [("ja", "[A-Za-z]{4}"), ("en", "[ぁ-ん]")])
def test_each_is_told_in_words_of_the_desk(house: House, language: str, other: str) -> None:
    found = [each for _, each in places(house, language)]
    assert len(found) > 1000
    assert all(each.page for each in found)
    told = {words for each in found for words in (each.page, each.what, each.to)}
    assert [words for words in told if re.search(other, words)] == []


def test_each_link_opens_the_page_it_names(house: House, phone: Phone) -> None:
    reader = phone()
    links = {each.link.partition(LIGHT)[0]: each.to for _, each in places(house) if each.link}
    assert len(links) >= 20
    opened = {link: reader.get(link) for link in links}
    assert [link for link, page in opened.items() if (page.status_code == 200) == bool(REFUSED.match(link))] == []
    assert [link for link, page in opened.items() if not page.url.path.endswith(link)] == []


def test_what_is_there_as_the_page_opens_is_lit(house: House, phone: Phone) -> None:
    reader, pages, lit = phone(), dict[str, str](), list[bool]()
    for told, each in places(house):
        where = seen.places().get(told.source[0])
        link, _, words = each.link.partition(LIGHT)
        if where and words and where.state == "as it opens":
            html = pages.get(link) or pages.setdefault(link, reader.get(link).text)
            lit.append(unquote(words) in unescape(re.sub("<[^>]*>", "", html)))
    assert len(lit) > 200
    assert sum(lit) > 0.9 * len(lit), "notices are those of another service, and some lines are told now and then"


def test_where_a_service_is_not_done_its_pages_are_named_and_lead_nowhere(house: House) -> None:
    for told, each in places(house, town="hoshino"):
        where = seen.places().get(told.source[0])
        if where and where.page == "kaigo-nintei/start":
            assert each.page == "「介護の認定を申し込む」の「はじめの画面」"
            assert each.link == each.to == ""
            return
    raise AssertionError


def test_what_is_on_no_page_is_told_by_what_it_is_written_in(house: House) -> None:
    letters = [each for _, each in places(house) if each.page == "手紙（メール）"]
    assert letters
    assert {(each.what, each.link, each.to) for each in letters} == {("", "", "")}
