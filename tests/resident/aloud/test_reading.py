"""「読み方がちがう」 counts a published sentence for the town, and keeps no other word."""

from __future__ import annotations

import pytest

from portal.speech.flags import flagged
from portal.storage.tries import PER_ADDRESS
from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone

TOWN = "990019"
ASKED = "世帯主の名前を教えてください"


def counted(house: House, town: str = TOWN) -> list[tuple[str, str, int]]:
    """What staff of a town see."""
    with house.database.reading() as db:
        return [(one.language, one.sentence, one.times) for one in flagged(db, town)]


def test_a_sentence_of_the_pages_is_counted_for_its_town(house: House, phone: Phone) -> None:
    for _ in range(2):
        assert phone().post(f"{HOME}/reading", data={"sentence": f" {ASKED}\n"}).status_code == 204
    assert counted(house) == [("ja", ASKED, 2)]
    assert counted(house, "990027") == []


@pytest.mark.parametrize("sentence", ["髙橋花子の電話は03です。", "", f"{ASKED}髙橋花子"])
def test_what_nobody_published_is_kept_nowhere(house: House, phone: Phone, sentence: str) -> None:
    page = phone().post(f"{HOME}/reading", data={"sentence": sentence})
    assert page.status_code == 422
    assert "電話してください" in page.text
    assert "髙橋" not in page.text
    assert counted(house) == []


def test_a_japanese_sentence_on_a_page_in_english_is_found(house: House, phone: Phone) -> None:
    phone().post("/en/kasumigahama/reading", data={"sentence": ASKED})
    assert counted(house) == [("ja", ASKED, 1)]


def test_nobody_counts_without_end(house: House, phone: Phone) -> None:
    answers = [phone().post(f"{HOME}/reading", data={"sentence": ASKED}) for _ in range(PER_ADDRESS.most + 1)]
    assert [answer.status_code for answer in answers][-2:] == [204, 429]
    assert counted(house) == [("ja", ASKED, PER_ADDRESS.most)]


def test_the_page_says_how_to_tell(phone: Phone) -> None:
    page = phone().get(f"{HOME}/reading").text
    assert "読み方がちがうとき" in page
    assert "0000-00-0001" in page
