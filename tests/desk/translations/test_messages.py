"""The messages of a language, page by page."""

from __future__ import annotations

from html import unescape
from re import findall

from portal.desk.translations.book import book
from portal.desk.translations.messages import A_PAGE
from tests.desk.given import DESK, TownHall
from tests.desk.translations.given import VI, message, reader


def links(page: str) -> list[str]:
    """The messages that are shown."""
    return findall(f'href="{VI}/([0-9a-f]{{16}})"', page)


def test_goes_through_all_of_them(hall: TownHall) -> None:
    browser, ids = reader(hall), [*book("vi").messages]
    page = browser.get(VI).text
    assert links(page) == ids[:A_PAGE]
    (onward,) = findall('href="([^"]+after=[^"]+)"', page)
    assert links(browser.get(unescape(onward)).text) == ids[A_PAGE : 2 * A_PAGE]
    assert links(browser.get(f"{VI}?after={ids[-2]}").text) == ids[-1:]


def test_shows_those_of_a_standing(hall: TownHall) -> None:
    browser, told = reader(hall), message("次へ")
    assert "ありません。" in browser.get(f"{VI}?which=right").text
    browser.post(f"{VI}/{told.id}", data={"do": "right", "revision": "0"})
    assert links(browser.get(f"{VI}?which=right").text) == [told.id]
    assert len(links(browser.get(f"{VI}?which=x&after=x").text)) == A_PAGE


def test_there_is_no_page_of_japanese_or_of_nothing(hall: TownHall) -> None:
    assert [reader(hall).get(f"{DESK}/translations/{code}").status_code for code in ("ja", "xx")] == [404, 404]
