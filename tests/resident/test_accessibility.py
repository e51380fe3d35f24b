"""The statement on accessibility: there for every town in every language, and never more than was found."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from portal.language.counting import JAPANESE
from portal.resident.accessibility import DEGREES, KINDS, OWN, RESULTS, SHIPPED, Statement
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE
from tests.languages import in_turn
from tests.resident.conftest import Phone

PAGE = f"{HOME}/accessibility"
CONFORMS = DEGREES["fully"].text


def shipped() -> dict[str, Any]:
    """The shipped result, to change."""
    return json.loads(SHIPPED.read_text())


def judged(result: str, degree: str) -> dict[str, Any]:
    """The shipped result with one and the same result for each criterion."""
    told = shipped() | {"degree": degree}
    told["criteria"] = [row | {"result": result} for row in told["criteria"]]
    return told


@pytest.mark.parametrize("language", in_turn(3))
def test_every_town_has_it_in_every_language(phone: Phone, language: str) -> None:
    for slug, number in (("kasumigahama", "0000-00-0001"), ("hoshino", "0000-00-0051")):
        page = phone().get(f"/{language}/{slug}/accessibility")
        assert page.status_code == 200
        assert page.text.count(f"tel:{number.replace('-', '')}") == 2, "who to turn to, and the help of every page"
        for row in shipped()["criteria"]:
            assert f"{row['number']} {row['ja' if language in JAPANESE else 'en']}" in page.text


def test_every_page_leads_there(phone: Phone) -> None:
    reader = phone()
    for path in ("/ja/", f"{HOME}/", f"{SERVICE}/", f"{HOME}/status", "/ja/nowhere/", f"{SERVICE}/filer", "/nothing"):
        town = HOME if path.startswith(HOME) else "/ja"
        assert f'href="{town}/accessibility"' in reader.get(path).text, path


@pytest.mark.parametrize(("accepts", "language"), [("ja", "ja"), ("en-US,en;q=0.9", "en"), ("fr", "ja")])
def test_the_short_address_speaks_the_visitors_language(phone: Phone, accepts: str, language: str) -> None:
    page = phone(Accept_Language=accepts).get("/accessibility")
    assert page.url.path == f"/{language}/accessibility"
    assert "0000-00-0001" in page.text
    assert "0000-00-0051" in page.text


def test_the_short_address_leads_to_the_only_town(phone: Phone, house: House) -> None:
    house.towns = {"hoshino": house.towns["hoshino"]}
    assert phone().get("/accessibility").url.path == "/ja/hoshino/accessibility"


def test_comfort_stays_on_the_page_of_all_towns(phone: Phone) -> None:
    reader = phone()
    page = reader.post("/ja/", data={"do": "language:en", "back": "/ja/accessibility"})
    assert page.url.path == "/en/accessibility"


def test_the_shipped_result_claims_no_conformance_while_a_person_has_still_to_look(phone: Phone) -> None:
    told = Statement.model_validate(shipped())
    unfinished = {row.result for row in told.criteria if row.level != "AAA"} & {"open", "untested"}
    assert told.degree == "considered" or not unfinished
    assert (CONFORMS in phone().get(PAGE).text) is (told.degree == "fully")


@pytest.mark.parametrize(
    ("result", "degree"),
    [("open", "partly"), ("open", "fully"), ("untested", "partly"), ("untested", "fully"), ("failed", "fully")],
)
def test_a_degree_that_the_results_do_not_bear_out_is_refused(result: str, degree: str) -> None:
    with pytest.raises(ValidationError, match="more than the results say"):
        Statement.model_validate(judged(result, degree))


def test_a_claim_without_criteria_is_refused() -> None:
    with pytest.raises(ValidationError, match="more than the results say"):
        Statement.model_validate(shipped() | {"degree": "fully", "criteria": []})


@pytest.mark.parametrize(("result", "degree"), [("failed", "partly"), ("passed", "fully"), ("open", "considered")])
def test_a_degree_that_the_results_bear_out_is_said(phone: Phone, house: House, result: str, degree: str) -> None:
    (house.settings.var / OWN).write_text(json.dumps(judged(result, degree)))
    page = phone().get(PAGE).text
    assert DEGREES[degree].text in page
    assert f"<b>{RESULTS[result][0].text}</b>" in page


def test_an_operators_own_result_comes_first_and_can_be_renewed(phone: Phone, house: House) -> None:
    own = house.settings.var / OWN
    for address in ("https://shinsei.kasumigahama.example.jp/", "https://portal.example.jp/"):
        own.write_text(json.dumps(shipped() | {"address": address}))
        assert address in phone().get(PAGE).text
    own.unlink()
    assert "実在しない2つの町" in phone().get(PAGE).text


def test_what_was_tested_is_told_by_name_in_the_readers_language(phone: Phone, house: House) -> None:
    pages = [
        {"name": "どこに住んでいますか", "pages": 1, "states": 32},
        {"name": KINDS["desk"].text, "pages": 36, "states": 1324},
    ]
    (house.settings.var / OWN).write_text(json.dumps(shipped() | {"pages": pages}))
    page = phone().get(PAGE).text
    assert "37ページ、1,356とおり" in page
    assert "どこに住んでいますか（32とおり）" in page
    assert "役所の人が使う画面（36ページ、1,324とおり）" in page
    page = phone().get(PAGE.replace("/ja/", "/vi/")).text
    assert "Màn hình dành cho nhân viên văn phòng hành chính (36 trang, 1.324 trạng thái)" in page


def test_a_result_that_cannot_be_read_is_not_shown(
    phone: Phone, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    (house.settings.var / OWN).write_text('{"degree": "fully"}')
    assert CONFORMS not in phone().get(PAGE).text
    assert "is not shown" in caplog.text
