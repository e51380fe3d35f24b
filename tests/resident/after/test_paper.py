"""The receipt on paper: every sentence in order, in each language and size, the answers only for whoever sent them."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from pypdf import PdfReader

from portal.consent.findings import LIMITS, PROVEN, SENTENCES
from portal.consent.inquiry.code import code_of
from portal.language.words import words_for
from portal.resident.after.proven import KNOWN
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE, TYPED, pressing
from tests.languages import in_turn, unmarked
from tests.resident.after.test_withdraw import agreed_to_more
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, receipt_number, sent
from tests.typesetting.test_document import read


def in_order(text: str, wanted: Sequence[str]) -> None:
    """Every sentence stands in the text, each after the one before it."""
    at = 0
    for sentence in wanted:
        found = text.find("".join(sentence.split()), at)
        assert found >= 0, sentence
        at = found


@pytest.mark.parametrize("language", in_turn(1))
def test_every_sentence_is_there_in_order(phone: Phone, language: str) -> None:
    resident, words = phone(), words_for(language)
    number = sent(resident)
    file = resident.get(f"{SERVICE}/paper/{number}/all".replace("/ja/", f"/{language}/"))
    assert file.headers["content-type"] == "application/pdf"
    assert file.headers["content-disposition"] == f'inline; filename="yorisoi-{number}.pdf"'
    assert file.headers["cache-control"] == "no-store"
    proven = [words(SENTENCES[what, PROVEN]) for what in KNOWN]
    mark = [words("同意"), "8", number, "髙橋　花子"]
    code = code_of(resident.get(f"{SERVICE}/bundle/{number}/open").json())
    here = [code, f"/{language}/kasumigahama/verify/{code}"]
    told = [number, "東京都千代田区千代田", "この内容で申請します", "給付金は、一つの世帯で一回だけです。"]
    in_order(
        read(file.content),
        [
            words("申し込みの控え"),
            *mark,
            *told,
            words("確かめる番号"),
            *here,
            *proven,
            *map(words, LIMITS),
            "0000-00-0001",
        ],
    )


@pytest.mark.parametrize("language", in_turn(2))
def test_what_is_proven_and_what_is_not_stands_on_the_screen_too(phone: Phone, language: str) -> None:
    resident, words = phone(), words_for(language)
    sent(resident)
    page = resident.get(f"{SERVICE}/done".replace("/ja/", f"/{language}/")).text
    for sentence in (*(SENTENCES[what, PROVEN] for what in KNOWN), *LIMITS):
        assert words(sentence) in unmarked(page.replace("&#39;", "'"))


def test_the_letters_have_the_size_that_was_chosen(phone: Phone) -> None:
    resident = phone()
    number = sent(resident)
    pages = []
    for size in ("100", "300"):
        resident.post(f"{HOME}/preferences", data={"do": f"text:{size}", "back": f"{SERVICE}/done"})
        file = PdfReader(io.BytesIO(resident.get(f"{SERVICE}/paper/{number}/all").content))
        pages.append(len(file.pages))
    assert pages[0] <= 3 < pages[1]


def test_number_and_birth_date_give_no_name_and_no_answer(phone: Phone) -> None:
    number = sent(phone())
    other = phone()
    other.post(f"{HOME}/status", data={"number": number, **BORN})
    for what in ("open", "all"):
        text = read(other.get(f"{SERVICE}/paper/{number}/{what}").content)
        assert number in text
        assert "給付金は、一つの世帯で一回だけです。" in text
        assert "髙橋" not in text
        assert "千代田" not in text
    assert phone().get(f"{SERVICE}/paper/{number}/open").url.path == f"{HOME}/status"


def test_what_was_taken_back_stands_on_it(phone: Phone, house: House) -> None:
    resident, number, service = agreed_to_more(phone, house)
    resident.post(f"{service}withdraw/{number}/care-plan", data={"do": "withdraw"})
    resident.post(f"{service}withdraw/{number}/all", data={"do": "withdraw"})
    text = read(resident.get(f"{service}paper/{number}/all").content)
    taken = (
        "「認定の結果を、ケアマネジャーに見せてもよいです」という同意は、令和8年11月24日（2026年）に取りやめました。"
    )
    in_order(text, [taken, "この申し込みは、令和8年11月24日（2026年）に取りやめました。"])
    assert "3日くらいで" not in text


def test_answers_stand_as_they_were_shown_with_the_japanese_beside(phone: Phone) -> None:
    resident, service = phone(), SERVICE.replace("/ja/", "/en/")
    resident.post(f"{service}/", data={"do": "begin"})
    for step, typed in TYPED.items():
        resident.post(f"{service}/{step}", data={**typed, "do": "next"})
    act = pressing(resident.get(f"{service}/consent").text)
    number = receipt_number(resident.post(f"{service}/consent", data=act))
    text = read(resident.get(f"{service}/paper/{number}/all").content)
    in_order(text, ["Just me", "（申し込む人：わたし一人の分）", "1 April 1935", "昭和10年4月1日", "Ordinary", "普通"])
    assert text.count("髙橋") == 3, "what is the same in both stands there once"
    japanese = read(resident.get(f"{SERVICE}/paper/{number}/all").content)
    assert "Ordinary" not in japanese
