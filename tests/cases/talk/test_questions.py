"""Each doubt has its polite question, in the resident's language and the clerk's, with the name filled in."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from portal.cases.letters.resident import Writing
from portal.cases.sent import Flag
from portal.cases.talk.questions import QUESTIONS, about_doubts, by_name
from portal.catalogue.version import Version
from tests.cases.given import KASUMIGAHAMA, TOWN, received, sent
from tests.house.tree import HOUSE

DOUBTS = tuple(Flag(code, "name", None, "…") for code in QUESTIONS)
TREE: dict[str, Any] = {
    "title": "給付金",
    "summary": "…",
    "minutes": 5,
    "department": "welfare",
    "who": ["…"],
    "ready": ["…"],
    "questions": [{"id": "name", "kind": "text", "ask": "お名前", "short": "お名前"}],
    "consent": {},
    "next": ["…"],
    "asking": [
        {"doubt": "kana-only", "text": "{name}さま、{what}の漢字を教えてください。"},
        {"name": "書類がたりない", "text": "{name}さま、通帳の写真を送ってください。"},
    ],
}


def writing(version: Version | None = None, **changes: Any) -> Writing:
    return Writing(received(sent(**changes)), KASUMIGAHAMA, version, "https://portal.example")


@pytest.mark.parametrize("language", ["ja", "ja-simple", "en"])
@pytest.mark.parametrize("flag", DOUBTS, ids=lambda flag: flag.code)
def test_every_doubt_can_be_asked_about(flag: Flag, language: str) -> None:
    ready = about_doubts(writing(flags=(flag,), language=language))
    for text in (ready.text, ready.japanese):
        assert "山田 花子" in text
        assert "0000-00-0001" in text
        assert not re.search(r"[{}]", text)
    assert ready.japanese.startswith("山田 花子さまの「特別給付金を受けとる」")
    assert (ready.text == ready.japanese) == (language == "ja")


def test_a_doubt_nobody_thought_of_is_asked_about_all_the_same() -> None:
    text = about_doubts(writing(flags=(Flag("brand-new", "memo", None, "…"),))).text
    assert "「伝えたいこと」の答えを確かめたいです。" in text


def test_each_question_is_asked_once_and_says_whom_it_is_about() -> None:
    flags = (DOUBTS[0], DOUBTS[1], replace(DOUBTS[0], person="p1"), replace(DOUBTS[0], person="a"))
    text = about_doubts(writing(flags=flags)).text
    assert text.count("住民票のとおりの名前") == 2
    assert text.count("山田　一郎さんのことです。名前の") == 1
    assert "一郎" not in about_doubts(writing(flags=flags), flags[:1]).text


def test_a_service_has_words_of_its_own() -> None:
    version = Version.of(TOWN, "kyufukin", date(2026, 10, 1), TREE)
    about = writing(version, flags=(Flag("kana-only", "name", None, "…"), Flag("phone-unknown", "phone", None, "…")))
    ready = about_doubts(about)
    assert "「給付金」" in ready.text
    assert "山田 花子さま、お名前の漢字を教えてください。" in ready.text
    assert "電話番号を確かめたいです。" in ready.text
    assert by_name(about) == [("書類がたりない", *["山田 花子さま、通帳の写真を送ってください。"] * 2)]
    assert by_name(writing()) == []


def test_no_doubt_of_the_portal_is_forgotten() -> None:
    """What is asked about in general is so on purpose."""
    told = {
        code
        for room in ("answers", "journey")
        for path in (HOUSE / "portal" / room).glob("*.py")
        for code in re.findall(r'"([a-z]+(?:-[a-z]+)+)"\)', path.read_text())
    }
    general = {"check-digit", "head-elsewhere", "helper-is-applicant", "mail-domain", "mail-dots", "mail-space"}
    assert len(told) > 30
    assert told - QUESTIONS.keys() == general
