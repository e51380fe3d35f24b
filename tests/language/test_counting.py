"""How Japanese voices say numbers, counters, digits and days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.language.counting import counted, day_reading, house_numbers, one_by_one, reading, spelled

NUMBERS = {
    0: "ゼロ",
    4: "ヨン",
    10: "ジュウ",
    11: "ジュウイチ",
    100: "ヒャク",
    300: "サンビャク",
    600: "ロッピャク",
    800: "ハッピャク",
    1000: "セン",
    3000: "サンゼン",
    8000: "ハッセン",
    10_000: "イチマン",
    18_000: "イチマンハッセン",
    100_000: "ジュウマン",
    10_000_000: "イッセンマン",
    12_345: "イチマンニセンサンビャクヨンジュウゴ",
    100_000_000: "イチオク",
    1_000_000_000_000: "イッチョウ",
    -5: "マイナスゴ",
}


@pytest.mark.parametrize(("n", "said"), NUMBERS.items())
def test_numbers(n: int, said: str) -> None:
    assert reading(n) == said


COUNTED = {
    (1, "人"): "ヒトリ",
    (2, "人"): "フタリ",
    (4, "人"): "ヨニン",
    (14, "人"): "ジュウヨニン",
    (4, "円"): "ヨエン",
    (100_000, "円"): "ジュウマンエン",
    (20, "歳"): "ハタチ",
    (21, "歳"): "ニジュウイッサイ",
    (68, "歳"): "ロクジュウハッサイ",
    (90, "歳"): "キュウジュッサイ",
    (1, "回"): "イッカイ",
    (600, "回"): "ロッピャッカイ",
    (6, "か月"): "ロッカゲツ",
    (3, "枚"): "サンマイ",
    (1, "通"): "イッツウ",
    (10, "通"): "ジュッツウ",
    (36, "度"): "サンジュウロク度",
}


@pytest.mark.parametrize(("pair", "said"), COUNTED.items())
def test_counters(pair: tuple[int, str], said: str) -> None:
    assert counted(*pair) == said


DAYS = {
    date(1935, 4, 1): "ショウワ ジュウネン、シガツ ツイタチ。センキュウヒャクサンジュウゴネン",
    date(2019, 5, 1): "レイワ ガンネン、ゴガツ ツイタチ。ニセンジュウキュウネン",
    date(1926, 12, 24): "タイショウ ジュウゴネン、ジュウニガツ ニジュウヨッカ。センキュウヒャクニジュウロクネン",
    date(1952, 7, 20): "ショウワ ニジュウナナネン、シチガツ ハツカ。センキュウヒャクゴジュウニネン",
    date(2002, 9, 14): "ヘイセイ ジュウヨネン、クガツ ジュウヨッカ。ニセンニネン",
    date(1910, 1, 19): "メイジ ヨンジュウサンネン、イチガツ ジュウクニチ。センキュウヒャクジュウネン",
}


@pytest.mark.parametrize(("day", "said"), DAYS.items(), ids=str)
def test_days(day: date, said: str) -> None:
    assert day_reading(day) == said


def test_digits_one_by_one_breathe_at_dashes() -> None:
    assert one_by_one("090-1234", "ja") == "ゼロ キュウ ゼロ、イチ ニイ サン ヨン"
    assert one_by_one("090-1234", "ja-simple") == one_by_one("090-1234", "ja")
    assert one_by_one("090-1234", "en") == "0 9 0, 1 2 3 4"


def test_house_numbers() -> None:
    assert house_numbers("霞が丘1-2-30", "ja") == "霞が丘イチの ニの サンジュウ"
    assert house_numbers("3番地", "ja") == "3番地"
    assert house_numbers("1-2-30", "en") == "1-2-30"


def test_numbers_beyond_sixteen_digits_have_no_reading() -> None:
    with pytest.raises(ValueError, match="16 digits"):
        reading(10**16)


@given(st.integers(0, 10**16 - 1))
def test_every_number_has_a_reading_in_katakana(n: int) -> None:
    assert all("ァ" <= sign <= "ー" for sign in reading(n))


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_no_two_numbers_sound_alike(one: int, other: int) -> None:
    assert (reading(one) == reading(other)) == (one == other)


def test_a_mail_address_is_heard_sign_by_sign() -> None:
    assert spelled("a.B_2@c-d.jp", "ja") == (
        "エー ドット ビー アンダーバー ニイ アットマーク シー ハイフン ディー ドット ジェー ピー"
    )
    assert spelled("a.b@c.jp", "en") == "a dot b at c dot j p"
    assert spelled("a!", "ja") == "エー !"
