"""What letters share: one letter says the same as text and as HTML; days and people as a clerk reads them."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest

from portal.cases.letters.wording import day_shown, file_told, flagged, moment_shown, people
from portal.cases.sent import Flag
from portal.templating import TEMPLATES
from tests.cases.letters import given, told

LETTERS = [*given.every(datetime.fromisoformat("2026-11-24T10:00:00+09:00"))]


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_says_the_same_as_text_and_as_html(name: str, now: datetime) -> None:
    letter = given.every(now)[name]
    assert letter
    assert told.of_html(letter.html) == told.of_text(letter.text)


def test_no_letter_is_left_out() -> None:
    assert {name.partition(",")[0] for name in LETTERS} == {
        path.parent.name for path in TEMPLATES.glob("letters/*/body.html")
    }


@pytest.mark.parametrize("name", LETTERS)
def test_html_fetches_nothing_and_runs_nothing(name: str, now: datetime) -> None:
    letter = given.every(now)[name]
    assert letter
    assert not re.search(
        r"<(?!/?(?:html|head|meta|title|style|body|main|div|h1|h2|p|dl|dt|dd|ol|ul|li|br|hr|a|bdi)\b)[a-z]", letter.html
    )
    assert not re.search(r"\ssrc=|\son\w+=|url\(|@import", letter.html)
    assert re.findall(r'href="([^"]+)"', letter.html) == re.findall(r"^https://portal\S+$", letter.text, re.MULTILINE)


def test_moments_and_days_are_those_of_japan(now: datetime) -> None:
    assert moment_shown(now) == "令和8年11月24日（2026年） 火曜日 午前10時"
    assert day_shown(date(1935, 4, 1)) == "昭和10年4月1日（1935年）"


def test_people_files_and_flags_are_named() -> None:
    case = given.case()
    assert people(case) == {"a": "山田 花子", "p1": "山田　一郎"}
    assert file_told(case, "f1")[:2] == ("通帳の写真", "通帳.jpg")
    assert file_told(case, "f9")[:2] == ("ファイル", "")
    assert flagged(case, Flag("", "phone", None, "")) == "電話"
