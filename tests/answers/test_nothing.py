"""Words for an empty box."""

from __future__ import annotations

import pytest

from portal.answers.nothing import is_nothing

NOTHING = "なし 無し。 メールはしません スマホなし 携帯は持っていません 使ってないです × ― ／ Ｎｏ わからない 特になし"
NOTHING += ""
NOTHING += " wala 没有 없음 ninguno छैन।"


@pytest.mark.parametrize("typed", NOTHING.split())
def test_says_nothing(typed: str) -> None:
    assert is_nothing(typed)


@pytest.mark.parametrize("typed", ["", "なしこ", "梨本", "ないとう", "メール", "1-1", "x@example.jp", "なし" * 30])
def test_says_something(typed: str) -> None:
    assert not is_nothing(typed)
