"""The first pages: the language, the town, what can be done there."""

from __future__ import annotations

import pytest

from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone


@pytest.mark.parametrize(("accepts", "language"), [("ja", "ja"), ("en-US,en;q=0.9", "en"), ("fr", "ja")])
def test_the_front_door_speaks_the_visitors_language(phone: Phone, accepts: str, language: str) -> None:
    page = phone(Accept_Language=accepts).get("/")
    assert page.url.path == f"/{language}/"
    assert f"/{language}/kasumigahama/" in page.text


def test_the_language_chosen_is_remembered(phone: Phone) -> None:
    visitor = phone(Accept_Language="ja")
    visitor.post("/ja/", data={"do": "language:en"})
    assert visitor.get("/").url.path == "/en/"


def test_every_service_of_the_town_is_there(phone: Phone) -> None:
    page = phone().get(f"{HOME}/")
    for id in ("kyufukin", "kaigo-nintei", "juminhyo"):
        assert f'href="{HOME}/{id}/"' in page.text


@pytest.mark.parametrize("path", ["/ja/nowhere/", "/tlh/kasumigahama/", "/nothing", "/ja/kasumigahama/a/b/c/d"])
def test_what_is_not_there_has_a_way_out(phone: Phone, path: str) -> None:
    page = phone().get(path)
    assert page.status_code == 404
    assert "見つかりませんでした" in page.text
    assert "href=" in page.text
