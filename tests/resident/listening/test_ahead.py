"""What is fetched ahead is what comes next, and nobody's own."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from portal.resident.listening.ahead import MOST, sentences_after
from portal.resident.listening.listen import page_of
from portal.web.house import House
from portal.web.visit import Page, Visit
from tests.journeys.benefit import HOME, SERVICE


def visit(house: House, path: str, town: str = "kasumigahama") -> Visit | None:
    """A visit to a page by somebody without a draft."""
    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
    request = Request({**scope, "path_params": {"language": "ja", "town": town}})
    return page_of(Visit(house, request, Page("listen", {})), path, request)


def test_before_the_first_question_stands_the_start(house: House) -> None:
    page = visit(house, f"{SERVICE}/")
    assert page
    with page:
        found = sentences_after(page)
    assert found[0] == "だれの分を申し込みますか"
    assert len(found) <= MOST


def test_a_service_without_questions_has_none_after_its_first_page(house: House) -> None:
    page = visit(house, "/ja/hoshino/inkan-toroku/", "hoshino")
    assert page
    with page:
        assert sentences_after(page) == []


@pytest.mark.parametrize("path", [f"{HOME}/", f"{SERVICE}/review", f"{SERVICE}/filer"])
def test_elsewhere_nothing_is_known(house: House, path: str) -> None:
    page = visit(house, path)
    assert page
    with page:
        assert sentences_after(page) == []
