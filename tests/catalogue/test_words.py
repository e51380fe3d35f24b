"""Words of a service: found with their lines, told in another language with figures in them."""

from __future__ import annotations

from io import BytesIO

from portal.catalogue.words import extract, names, texts, translated
from portal.language.words import words_for

YAML = """title: 給付金
id: cash
ready:
  - 通帳
questions:
  - id: a
    ask: 名前
    options: [{id: x, label: はい}]
"""


def test_every_text_for_people_is_found_with_its_line() -> None:
    found = [(line, text) for line, _, text, _ in extract(BytesIO(YAML.encode()), None, None, None)]
    assert found == [(1, "給付金"), (4, "通帳"), (7, "名前"), (8, "はい")]


def test_ids_are_no_texts() -> None:
    assert [text for _, text in texts({"id": "a", "kind": "text", "role": "x", "ask": "名前"})] == ["名前"]


def test_figures_are_filled_and_people_are_left() -> None:
    data = {"ask": "{name}さんの{amount}円", "limits": {"unit": "{amount}"}}
    told = translated(data, words_for("ja"), {"amount": 100000})
    assert told == {"ask": "{name}さんの100,000円", "limits": {"unit": "{amount}"}}


def test_words_in_several_languages_are_found_and_told() -> None:
    data = {"contact": {"ja": "{fee}円", "en": "{fee} yen"}, "next": [{"ja": "あ", "ko": "아"}], "where": ""}
    assert [(place, str(text), names(text)) for place, text in texts(data)] == [
        (("contact",), "{fee}円", ["fee"]),
        (("next", 0), "あ", []),
    ]
    told = {code: translated(data, words_for(code), {"fee": 1000}) for code in ("ja", "en", "ko")}
    assert told["ja"] == {"contact": "1,000円", "next": ["あ"], "where": ""}
    assert (told["en"]["contact"], told["ko"]["next"]) == ("1,000 yen", ["아"])


def test_words_their_author_told_are_not_told_again() -> None:
    content = "title: {ja: 給付金, en: Money}\nsummary: 一人"
    assert [text for *_, text, _ in extract(BytesIO(content.encode()), None, None, None)] == ["一人"]
