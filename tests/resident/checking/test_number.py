"""The number on a receipt leads whoever has it to what the log holds, and to nothing about a person."""

from __future__ import annotations

import json
from html import unescape

import pytest
from sqlalchemy import update

from portal.consent.inquiry.code import Code, read_code
from portal.consent.log import ConsentRow
from portal.language.counting import JAPANESE
from portal.language.words import words_for
from portal.resident.checking import number
from portal.security.allowance import Allowance
from portal.storage.database import rows
from portal.web.house import House
from tests.consent.test_bundle import took_back
from tests.journeys.benefit import HOME
from tests.languages import in_turn, unmarked
from tests.resident.checking.conftest import Kept
from tests.resident.conftest import Phone

PAGE = f"{HOME}/verify"


def main(text: str) -> str:
    """The page without what stands around it."""
    return unmarked(unescape(text)).partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("language", in_turn(5))
def test_a_link_shows_what_was_agreed_to_and_when(phone: Phone, kept: Kept, language: str) -> None:
    page = phone().get(f"{PAGE.replace('/ja/', f'/{language}/')}/{kept.code}")
    words = words_for(language)
    assert page.status_code == 200
    assert words("この番号の記録は、役所にあります。") in main(page.text)
    assert words("特別給付金を受けとる") in main(page.text)
    assert words("書いた内容は、本当のことです。") in main(page.text)
    assert kept.code in page.text
    assert ("午前10時" if language in JAPANESE else "10:00") in unmarked(page.text)
    assert "髙橋" not in page.text
    assert page.headers["cache-control"] == "no-store"


def test_a_number_is_typed_in_any_width(phone: Phone, kept: Kept) -> None:
    wide = kept.code.translate(str.maketrans("0123456789-", "０１２３４５６７８９ー"))
    page = phone().post(PAGE, data={"number": wide, "do": "number"})
    assert page.url.path == f"{PAGE}/{kept.code}"
    assert "この番号の記録は、役所にあります。" in page.text


@pytest.mark.parametrize("typed", ["", "4827-1936-52", "わかりません"])
def test_what_is_no_number_comes_back_with_kind_words(phone: Phone, typed: str) -> None:
    page = phone().post(PAGE, data={"number": typed, "do": "number"})
    assert page.status_code == 422
    assert "控えの紙にある番号を、もう一度見て書いてください。" in page.text
    assert f'value="{typed}"' in page.text


def test_a_number_of_nothing_is_not_found(phone: Phone, kept: Kept) -> None:
    code = read_code(kept.code)
    assert code
    for other in (code._replace(place=99), code._replace(digits="00000000"), Code(1, code.digits)):
        page = phone().get(f"{PAGE}/{other.text}")
        assert page.status_code == 404
        assert "この番号の記録は、見つかりません。" in page.text
        assert other.text in page.text, "what was typed is still there"
    assert phone().get(f"{PAGE}/x").status_code == 404
    assert phone().get(f"{PAGE}/").status_code == 404
    assert phone().get(f"/ja/hoshino/verify/{kept.code}").status_code == 404


def test_what_was_taken_back_is_said_first(phone: Phone, kept: Kept, house: House) -> None:
    took_back(house.database, house.keys, kept.whole, "resident-register")
    assert "令和8年11月25日（2026年） 午前10時に、取りやめました。" in phone().get(f"{PAGE}/{kept.code}").text
    took_back(house.database, house.keys, kept.whole)
    assert "この番号の申し込みは、取りやめてあります。" in main(phone().get(f"{PAGE}/{kept.code}").text)


def test_a_record_somebody_changed_in_the_database_is_said_to_be(phone: Phone, kept: Kept, house: House) -> None:
    with house.database.writing() as db:
        changed = update(rows(ConsentRow)).where(rows(ConsentRow).c.place == 0)
        row = kept.whole["records"][0]["record"] | {"level": "L0"}
        db.execute(changed.values(record=json.dumps(row).encode()))
    page = main(phone().get(f"{PAGE}/{kept.code}").text)
    assert "この番号の記録は、あとから変わっています。" in page
    assert "0000-00-0001" in page


def test_guessing_is_slow(phone: Phone, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(number, "LOOKS", Allowance(2, 600))
    guesser = phone()
    wrong = [guesser.get(f"{PAGE}/{Code(n, '00000000').text}").status_code for n in range(3)]
    assert wrong == [404, 404, 429]
    assert guesser.get(f"{PAGE}/{kept.code}").status_code == 429
