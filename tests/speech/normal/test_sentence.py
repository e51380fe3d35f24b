"""A sentence for a voice: every notation of a municipality's pages, letters and forms by what is heard."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from portal.speech.normal import said
from tests.speech.reading.conftest import Kana, kana, voice

__all__ = ["kana", "voice"]

NOTATIONS = yaml.safe_load((Path(__file__).parent / "notations.yaml").read_text())


@pytest.mark.parametrize("row", NOTATIONS, ids=lambda row: row["seen"])
def test_a_notation_is_heard_by_what_it_means(row: dict[str, str], kana: Kana) -> None:
    assert said(row["seen"], "ja").heard == row["heard"]
    assert kana(row["seen"]) == row["kana"]


@given(st.text(), st.sampled_from(["ja", "ja-simple", "en", "x"]), st.text(max_size=3), st.text(max_size=3))
def test_any_text_is_taken_and_every_sign_leads_back(seen: str, language: str, name: str, kana: str) -> None:
    made = said(seen, language, {name: kana}, seen)
    assert made.seen == seen
    assert len(made.heard) == len(made.origin)
    assert list(made.origin) == sorted(made.origin)
    assert all(0 <= place < len(seen) for place in made.origin)


def test_another_voice_is_helped_with_digits_only() -> None:
    assert said("Call 0000-00-0001 by 2026/11/23.", "en").heard == "Call 0 0 0 0, 0 0, 0 0 0 1 by 2026/11/23."


def test_a_name_is_heard_by_its_own_reading() -> None:
    assert said("山田 陽子さんの", "ja", {"山田 陽子": "ヤマダ ハルコ"}).heard == "ヤマダ ハルコさんの"


def test_an_author_has_the_last_word() -> None:
    assert said("市場へ", "ja", marked="｜市場《いちば》へ").heard == "いちばへ"
    assert said("市場へ", "ja", marked="別の｜市場《いちば》へ").heard == "市場へ"


@pytest.mark.parametrize(
    "seen", ["1" * 20_000, "a" * 20_000, "〜" * 20_000, "1-" * 10_000, "a." * 10_000, "方が" * 10_000, "（" * 20_000]
)
def test_a_text_without_end_is_still_taken(seen: str) -> None:
    assert said(seen, "ja").seen == seen
