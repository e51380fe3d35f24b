"""A whole way in each other language: every page is in it, nothing is left in Japanese; the office reads Japanese."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from httpx2 import Response

from portal.language.words import CODES
from portal.web.house import House
from tests.journeys.test_services import mails, walker
from tests.languages import OTHERS, unmarked
from tests.resident.conftest import Phone
from tests.resident.filling import receipt_number

SENTENCE = re.compile("[ぁ-ん]{3,}")
"""No name of a place or an office has so much hiragana in a row."""
OWN = re.compile("やさしい日本語|ことば|みどり町|かすみがはま")
"""What stands in Japanese on every page, and names."""
TAGS = re.compile(r"<(script|style|textarea)\b.*?</\1>|<[^>]*>", re.DOTALL)


def left(html: str) -> list[str]:
    """The Japanese that no translation has reached."""
    seen = OWN.sub("", TAGS.sub("\n", unmarked(html)))
    return [line for line in seen.splitlines() if SENTENCE.search(line)]


def watched(ask: Callable[..., Response], pages: list[Response]) -> Callable[..., Response]:
    """Keeps every page that comes."""

    def request(*args: Any, **kwargs: Any) -> Response:
        pages.append(ask(*args, **kwargs))
        return pages[-1]

    return request


@pytest.mark.parametrize("language", OTHERS)
def test_every_page_speaks_it_and_the_office_reads_japanese(house: House, phone: Phone, language: str) -> None:
    resident, pages = walker(house, phone, ("juminhyo", language, {"copies": "２"})), list[Response]()
    resident.phone.request = watched(resident.phone.request, pages)  # type: ignore[method-assign]
    resident.phone.get(resident.service)
    resident.to_review()
    number = receipt_number(resident.send())
    assert len(pages) > 10
    for page in pages:
        assert f'<html lang="{language}"' in page.text
        assert not left(page.text), page.url.path
    letter, *_ = mails(house)
    body = letter.get_body(("plain",))
    assert body is not None
    assert number in str(letter["subject"])
    assert CODES[language].in_japanese in body.get_content()
    assert "住民票の写し" in body.get_content()
