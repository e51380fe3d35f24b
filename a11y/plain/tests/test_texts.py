"""Every Japanese text is found where it stands, at the level it must keep."""

from __future__ import annotations

import yaml

from a11y.plain.house import with_code
from a11y.plain.level import Level
from a11y.plain.texts import JAPANESE, NAMES, Text, texts
from a11y.sources import sources
from portal.language.marks import plain
from tests.house.test_words import in_use

SERVICE = "portal/catalogue/services/a/2026-04-01.yaml"
CONTENT = """\
title: 住民票をもらう
questions:
  - id: name
    ask: 名前を教えてください
    options: [{id: a, label: はい}]
consent:
  act: この内容で申請します
  statements: [{id: b, text: 本当のことです。, meaning: まちがいは直せます。}]
next: [手紙が来ます。]
"""
EASY = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "名前を教えてください"
msgstr "名前を書いてください"
"""


def found(sources: dict[str, str]) -> list[tuple[str, int, str, str]]:
    """Text, line, level and page of each."""
    return [(text.text, text.line, str(text.level), text.page) for text in texts(sources)]


def test_a_service_is_read_page_by_page() -> None:
    assert found({SERVICE: CONTENT}) == [
        ("住民票をもらう", 1, "plain", "start"),
        ("名前を教えてください", 4, "plain", "name"),
        ("はい", 5, "plain", "name"),
        ("この内容で申請します", 7, "official", "consent"),
        ("本当のことです。", 8, "official", "consent"),
        ("まちがいは直せます。", 8, "plain", "consent"),
        ("手紙が来ます。", 9, "plain", "next"),
    ]


def test_easy_japanese_stands_in_its_catalogue() -> None:
    easy = "locales/ja-simple/LC_MESSAGES/services.po"
    read = list(texts({SERVICE: CONTENT, easy: EASY}))
    assert Text(easy, 4, "名前を書いてください", Level.STRICT, f"{SERVICE} in easy Japanese", "name") in read


def test_a_message_of_code_not_yet_translated_is_read_too() -> None:
    catalogue = EASY.split("\n\n")[0] + '\n\n#: portal/a.py\nmsgid "もどる"\nmsgstr ""\n'
    assert found({"locales/ja-simple/LC_MESSAGES/portal.po": catalogue}) == [("もどる", 5, "plain", "portal/a.py")]


def test_marks_of_reading_are_not_seen() -> None:
    town = "hours: ｜市場《いちば》の日\n"
    assert found({"portal/municipalities/data/1.yaml": town}) == [("市場の日", 1, "plain", "help")]


def test_a_town_has_its_own_name() -> None:
    town = "name: 鰺ヶ沢町\nhours: 平日の午前9時から午後5時まで\n"
    assert found({"portal/municipalities/data/1.yaml": town}) == [("平日の午前9時から午後5時まで", 2, "plain", "help")]


def test_templates_code_and_letters_are_read() -> None:
    read = found(
        {
            "templates/a.html": '<p>\n{{ _("押してください。", n=1) }}</p>',
            "portal/a.py": '\n\nx = say("{n}人です。")\n',
            "templates/letters/a/body.txt": "{% if x %}\n1. 電話　{{ phone }} に電話してください。\n{% endif %}",
        }
    )
    assert read == [
        ("{n}人です。", 3, "plain", "portal/a.py"),
        ("押してください。", 2, "plain", "templates/a.html"),
        ("電話", 2, "official", "letter"),
        ("{phone} に電話してください。", 2, "official", "letter"),
    ]


def test_nothing_that_is_published_is_left_out() -> None:
    published = {
        plain(text if isinstance(text, str) else text[0])
        for catalogue in in_use().values()
        for text in (message.id for message in catalogue)
        if text
    }
    towns = [yaml.safe_load(text) for path, text in sources().items() if path.startswith("portal/municipalities/data/")]
    names = {it[key] for town in towns for it in (town, *town["departments"].values()) for key in NAMES & it.keys()}
    for read in (sources(), with_code()):
        left = published - {text.text for text in texts(read)}
        assert {text for text in left if JAPANESE.search(text)} == names
