"""The notice: its code leads to the service's page, ready to read aloud, and to no place a stranger wrote."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pytest
import segno

from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone


def drawn(address: str) -> bytes:
    """The code of an address."""
    picture = BytesIO()
    made = segno.make(address, error="q", micro=False)
    made.save(
        picture,
        kind="svg",
        border=4,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
    )
    return picture.getvalue()


def test_it_tells_the_service_and_the_address_in_words(phone: Phone) -> None:
    page = phone().get(f"{SERVICE}/notice").text
    assert "<h1>特別給付金を受けとる</h1>" in page
    assert f"http://portal.test{SERVICE}/</b>" in page.replace("<wbr>", "")
    assert f'<img src="{SERVICE}/notice.svg"' in page


def test_the_code_opens_the_page_ready_to_read(phone: Phone) -> None:
    code = phone().get(f"{SERVICE}/notice.svg")
    assert code.headers["content-type"] == "image/svg+xml"
    assert code.content == drawn(f"http://portal.test{SERVICE}/?listen=1")
    assert b"style" not in code.content, "the pages' own rules forbid styles inside"
    assert ElementTree.fromstring(code.content).tag.endswith("svg")


@pytest.mark.parametrize("path", ["notice", "notice.svg"])
def test_the_host_header_is_not_believed(phone: Phone, path: str) -> None:
    honest, forged = phone().get(f"{SERVICE}/{path}"), phone(Host="evil.example").get(f"{SERVICE}/{path}")
    assert forged.content == honest.content
    assert "evil" not in forged.text


def test_the_operators_address_comes_first(house: House, phone: Phone) -> None:
    house.settings = replace(house.settings, address="https://shinsei.example.jp/")
    assert phone().get(f"{SERVICE}/notice.svg").content == drawn(f"https://shinsei.example.jp{SERVICE}/?listen=1")


def test_every_language_has_its_own(phone: Phone) -> None:
    page = phone().get("/en/kasumigahama/juminhyo/notice").text
    assert "http://portal.test/en/kasumigahama/juminhyo/</b>" in page.replace("<wbr>", "")


@pytest.mark.parametrize("path", ["notice", "notice.svg"])
def test_there_is_none_for_what_a_town_does_not_offer(phone: Phone, path: str) -> None:
    assert phone().get(f"{HOME}/no-such/{path}").status_code == 404


def test_whoever_comes_by_the_code_is_told_what_to_press(phone: Phone) -> None:
    reader = phone()
    page = reader.get(f"{SERVICE}/?listen=1").text
    assert "data-listen" in page
    assert "「読み上げる」を押すと、声が出ます。" in page
    assert 'data-aloud="on"' in page
    after = reader.get(f"{SERVICE}/").text
    assert 'data-aloud="on"' in after, "the next pages too"
    assert "data-listen" not in after
    assert "data-listen" not in phone().get(f"{SERVICE}/").text


def test_whoever_reads_to_somebody_goes_on_doing_so(phone: Phone) -> None:
    reader = phone()
    reader.cookies.set("yorisoi_comfort", "100.standard..together")
    assert 'data-aloud="together"' in reader.get(f"{SERVICE}/?listen=1").text
