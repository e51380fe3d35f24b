"""Anybody checks a file: what it proves, what it does not, what to do when it was changed; nothing of it is kept."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from portal.consent import bundle
from portal.consent.findings import LIMITS, SENTENCES, VERDICTS
from portal.language.words import words_for
from portal.resident.checking import file
from portal.security.allowance import Allowance
from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.languages import in_turn, unmarked
from tests.resident.checking.conftest import Kept
from tests.resident.conftest import Phone

PAGE = f"{HOME}/verify"


def brought(phone: TestClient, told: Any, page: str = PAGE) -> Response:
    """The page after a file was sent."""
    content = told if isinstance(told, bytes) else json.dumps(told).encode()
    return phone.post(page, data={"do": "file"}, files={"file": ("yorisoi.json", content, "application/json")})


@pytest.mark.parametrize("language", in_turn(2))
def test_the_page_says_both_ways(phone: Phone, language: str) -> None:
    page = phone().get(PAGE.replace("/ja/", f"/{language}/"))
    assert page.status_code == 200
    assert 'name="number"' in page.text
    assert 'type="file"' in page.text
    assert "yorisoi/990019+" in page.text, "the browser's own check knows the keys"
    words, seen = words_for(language), unmarked(unescape(page.text))
    assert all(words(one) in seen for one in (*SENTENCES.values(), *VERDICTS.values(), *LIMITS))


def test_a_whole_file_is_genuine_and_says_of_what(phone: Phone, kept: Kept) -> None:
    page = brought(phone(), kept.whole)
    assert page.status_code == 200
    assert "この控えは、本物です。" in page.text
    assert "答えは、押したときと同じです。" in page.text
    assert "髙橋" in page.text
    assert "令和8年11月24日（2026年） 午前10時" in page.text
    assert "書いた内容は、本当のことです。" in page.text
    assert "だれがスマホを持って押したかは、わかりません。" in page.text
    assert "<form" not in page.text.partition("<main")[2].partition("</main>")[0]


def test_one_without_answers_says_that_they_were_not_checked(phone: Phone, kept: Kept) -> None:
    page = brought(phone(), bundle.without_secrets(kept.whole))
    assert "この控えは、本物です。" in page.text
    assert "答えは、確かめていません。" in page.text
    assert "髙橋" not in page.text


@pytest.mark.parametrize("language", in_turn(7))
def test_a_changed_one_says_what_and_where_to_call(phone: Phone, kept: Kept, language: str) -> None:
    kept.whole["answers"][0]["value"] = "other"
    page = brought(phone(), kept.whole, PAGE.replace("/ja/", f"/{language}/"))
    words = words_for(language)
    main = unmarked(unescape(page.text)).partition("<main")[2].partition("</main>")[0]
    assert words("この控えは、本物だと言えません。") in main
    assert words("答えが、押したときと変わっています。") in main
    assert "0000-00-0001" in main
    assert "髙橋" not in main, "of a changed one nothing can be believed"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[" * 900, b"[" * 100_000, b"\xff\xfe", b'{"v": NaN}', b"9" * 5000, b'{"v": 1, "records": [{}]}'],
    ids=["empty", "cut", "deep", "deeper", "bytes", "no number", "a long number", "no bundle"],
)
def test_whatever_else_comes_is_no_receipt(phone: Phone, content: bytes) -> None:
    page = brought(phone(), content)
    assert page.status_code == 200
    assert "この書類は、控えとして読めません。" in page.text


def test_a_record_that_goes_deep_does_no_harm(phone: Phone, kept: Kept) -> None:
    text = json.dumps(kept.whole).replace('"nonce"', f'"more": {"[" * 800}{"]" * 800}, "nonce"', 1)
    assert "この控えは、本物だと言えません。" in brought(phone(), text.encode()).text


def test_a_large_file_is_none(phone: Phone, kept: Kept) -> None:
    page = brought(phone(), json.dumps(kept.whole | {"more": "x" * 1_000_000}).encode())
    assert "この書類は、控えとして読めません。" in page.text


def test_without_a_file_the_page_says_what_to_do(phone: Phone) -> None:
    page = phone().post(PAGE, data={"do": "file"}, files={"file": ("", b"", "application/octet-stream")})
    assert page.status_code == 422
    assert "保存した控えを選んでください。" in page.text


def test_nothing_of_it_is_kept(phone: Phone, kept: Kept, house: House) -> None:
    def everything() -> dict[str, int]:
        return {path.name: path.stat().st_size for path in Path(house.settings.var).rglob("*") if path.is_file()}

    before = everything()
    page = brought(phone(), kept.whole)
    assert everything() == before
    assert page.headers["cache-control"] == "no-store"


def test_a_caller_may_have_so_many_checked(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "FILES", Allowance(1, 60))
    assert brought(phone(), b"{").status_code == 200
    assert brought(phone(), b"{").status_code == 429


def test_a_script_of_nothing_stands_in_it(phone: Phone, kept: Kept) -> None:
    page = brought(phone(), bundle.without_secrets(kept.whole) | {"name": "<b>x</b>", "salt": "<script>"})
    assert not re.search("<b>x</b>|<script>", page.text)
