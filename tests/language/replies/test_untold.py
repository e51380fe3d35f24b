"""What the translations ask people to write is understood."""

from __future__ import annotations

import re

import pytest

from portal.language import written_date
from portal.language.replies.untold import is_none
from portal.language.words import OTHERS, words_for

QUOTED = re.compile('[「“"]([^」”"]+)[」”"]')
NO_NUMBER = "番地を書いてください。番地がないときは、「なし」と書いてください。"
NO_MONTH = "月を数字で書いてください。わからないときは、「わからない」と書いてください。"
FIRST = "年を数字で書いてください。「10」や「元」のように書けます。"


@pytest.mark.parametrize("language", OTHERS)
def test_the_word_a_page_asks_for_is_understood(language: str) -> None:
    words = words_for(language)
    (none,) = QUOTED.findall(words(NO_NUMBER))
    (unknown,) = QUOTED.findall(words(NO_MONTH))
    assert none == "なし" or is_none(none)
    assert written_date.part(unknown, "月") == written_date.UNKNOWN
    assert all(written_date.year(like) for like in QUOTED.findall(words(FIRST)))


@pytest.mark.parametrize("typed", ["Không có.", "wala", "TIDAK ADA", "没有。", "없음", "não tem", "छैन।", "Sin número"])
def test_none_in_other_languages(typed: str) -> None:
    assert is_none(typed)


@pytest.mark.parametrize("typed", ["", "1-1", "không" * 20, "No Name Building", "無量寺", "Nada 3"])
def test_an_answer_is_not_none(typed: str) -> None:
    assert not is_none(typed)


@pytest.mark.parametrize(
    "typed", ["不知道", "모름", "Không biết", "tidak tahu", "hindi alam", "não sei", "no sé", "थाहा छैन"]
)
def test_not_known_in_other_languages(typed: str) -> None:
    assert written_date.part(typed, "日") == written_date.UNKNOWN
