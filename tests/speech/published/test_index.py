"""The index of what is published: everything everybody sees, nothing that is filled in for somebody."""

from __future__ import annotations

import pytest

from portal.language.words import LANGUAGES
from portal.speech.published.index import Published, cut

SEEN = {
    "a page's words": ("ja", "次へ"),
    "a page's words in another language": ("en", "Next"),
    "a town's telephone hours": ("ja", "平日の午前8時30分から午後5時15分まで"),
}


def test_every_language_has_its_sentences(published: Published) -> None:
    counted = {code: sum(text.language == code for text in published) for code in (one.code for one in LANGUAGES)}
    assert all(count > 300 for count in counted.values()), counted
    assert sum(counted.values()) == len(published)


def test_each_question_can_be_found(published: Published) -> None:
    version = published._catalogue.versions[0]
    for question in version.told("en").service.questions:
        assert "{" in question.short or published.find("en", question.short)


def test_what_is_filled_in_is_not_published(published: Published) -> None:
    assert not [text.seen for text in published if "{" in text.seen]


@pytest.mark.parametrize(("language", "seen"), SEEN.values(), ids=SEEN.keys())
def test_what_everybody_sees_is_found(published: Published, language: str, seen: str) -> None:
    found = published.find(language, seen)
    assert found
    assert (found.language, found.seen) == (language, seen)


@pytest.mark.parametrize(("language", "seen"), [("ja", "山田太郎"), ("ja", ""), ("xx", "次へ")])
def test_what_nobody_published_is_not_found(published: Published, language: str, seen: str) -> None:
    assert published.find(language, seen) is None


CUT = {
    "no mark": ("はい。いいえ。", ["はい。", "いいえ。"]),
    "a mark in each": ("次の｜方《かた》。この｜方《ほう》へ。", ["次の｜方《かた》。", "この｜方《ほう》へ。"]),
    "a mark alone": ("｜方《かた》", ["｜方《かた》"]),
}


@pytest.mark.parametrize(("text", "parts"), CUT.values(), ids=CUT.keys())
def test_marks_stay_with_their_sentence(text: str, parts: list[str]) -> None:
    assert list(cut(text)) == parts
