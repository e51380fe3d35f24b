"""The languages, and how much of each a town has read."""

from __future__ import annotations

from portal.desk.translations.book import book
from portal.language.words import LANGUAGES, OTHERS
from tests.desk.given import DESK, TownHall
from tests.desk.translations.given import VI, message, reader


def test_tells_of_each_language_what_is_left(hall: TownHall) -> None:
    browser = reader(hall)
    every, told = len(book("vi").messages), message("次へ")
    page = browser.get(f"{DESK}/translations").text
    assert all(language.own_name in page for language in LANGUAGES if language.code in OTHERS)
    assert page.count(f"まだ読んでいない文は{every:,}個") == len(OTHERS)
    browser.post(f"{VI}/{told.id}", data={"do": "right", "revision": "0"})
    assert f"まだ読んでいない文は{every - 1:,}個" in browser.get(f"{DESK}/translations").text
