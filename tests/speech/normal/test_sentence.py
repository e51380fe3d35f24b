"""A sentence for a voice: every notation of a municipality's pages, letters and forms by what is heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.speech.normal import said

HEARD = {
    "お問い合わせ：0000-00-0001（代表）": "お問い合わせ、ゼロ ゼロ ゼロ ゼロ、ゼロ ゼロ、ゼロ ゼロ ゼロ イチ、代表",
    "044(200)3939": "ゼロ ヨン ヨン、ニイ ゼロ ゼロ、サン キュウ サン キュウ",
    "０４４－２００－３９３９": "ゼロ ヨン ヨン、ニイ ゼロ ゼロ、サン キュウ サン キュウ",
    "受付番号 4827-1936-02": "受付番号 ヨン ハチ ニイ ナナ、イチ キュウ サン ロク、ゼロ ニイ",
    "番号1234567890": "番号イチ ニイ サン ヨン ゴオ ロク ナナ ハチ キュウ ゼロ",
    "〒211-8570": "郵便番号、ニイ イチ イチ、ハチ ゴオ ナナ ゼロ",
    "R8.4.1から": "令和8年4月1日から",
    "S20.8.15生まれ": "昭和20年8月15日生まれ",
    "H31/4/30": "平成31年4月30日",
    "令8.4.1": "令和8年4月1日",
    "2026/11/23": "2026年11月23日",
    "2026-11-23まで": "2026年11月23日まで",
    "2026.11": "2026年11月",
    "9:00〜17:15": "9時から17時15分",
    "平日 8:30～17:00": "平日 8時30分から17時",
    "〜17:00": "17時まで",
    "9時〜": "9時から",
    "3〜5日": "3日から5日",
    "65〜74歳": "65歳から74歳",
    "100,000円～200,000円": "100,000円から200,000円",
    "1/2": "2分の1",
    "11/23": "11月23日",
    "3/5まで": "3月5日まで",
    "4月1日（水）": "4月1日、水曜日",
    "4月1日（水・祝）に": "4月1日、水曜日、祝日、に",
    "月〜金": "月曜日から金曜日",
    "東京〜大阪": "東京から大阪",
    "㈱山田商店": "株式会社山田商店",
    "№12": "ナンバー12",
    "No.12": "ナンバー12",
    "※必須": "こめじるし、必須",
    "□はい": "はい",
    "1-2-3": "イチの ニの サン",
    "本人/代理人": "本人、代理人",
    "昭和10年4月1日（1935年）": "昭和10年4月1日、1935年",
    "・住民票": "住民票",
    "¥3,000": "3,000円",
    "#7119へ": "シャープ ナナ イチ イチ キュウへ",
    "二〇二六年": "2026年",
    "★ご注意★": "ご注意",
}


@pytest.mark.parametrize(("seen", "heard"), HEARD.items())
def test_a_notation_is_heard_by_what_it_means(seen: str, heard: str) -> None:
    assert said(seen, "ja").heard == heard


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
