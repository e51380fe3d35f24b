"""Counting: numbers, digits, dates and amounts as a Japanese voice says them; letters one by one.

Readings are katakana, so that no voice can mistake them: 4月1日 is シガツ ツイタチ, 20歳 is ハタチ. Voices of other
languages read figures rightly by themselves; only digits that must be heard one by one are prepared for them.
"""

from __future__ import annotations

import re
from datetime import date

from portal.language.wareki import era_of, year_in

JAPANESE = frozenset({"ja", "ja-simple"})
CHINESE = frozenset({"zh-Hans", "zh-Hant"})
"""Languages whose own words are in kanji too, so that only kana tell a Japanese word among them."""

_ONES = ("", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ")
_HUNDREDS = {1: "ヒャク", 3: "サンビャク", 6: "ロッピャク", 8: "ハッピャク"}
_THOUSANDS = {1: "セン", 3: "サンゼン", 8: "ハッセン"}
_MYRIADS = ("", "マン", "オク", "チョウ")
ONE_BY_ONE = ("ゼロ", "イチ", "ニイ", "サン", "ヨン", "ゴオ", "ロク", "ナナ", "ハチ", "キュウ")
_MONTHS = {4: "シ", 7: "シチ", 9: "ク"}
_DAY_NAMES = (
    "ツイタチ フツカ ミッカ ヨッカ イツカ ムイカ ナノカ ヨウカ ココノカ トオカ ジュウヨッカ ジュウシチニチ ジュウクニチ"
    " ハツカ ニジュウヨッカ ニジュウシチニチ ニジュウクニチ"
)
_DAYS = dict(zip((*range(1, 11), 14, 17, 19, 20, 24, 27, 29), _DAY_NAMES.split(), strict=True))
_SHORT_FOUR = {"ヨン": "ヨ"}
_BEFORE_S = {"イチ": "イッ", "ハチ": "ハッ", "ジュウ": "ジュッ"}
_BEFORE_K = {**_BEFORE_S, "ロク": "ロッ", "ヒャク": "ヒャッ", "ビャク": "ビャッ", "ピャク": "ピャッ"}
_COUNTERS: dict[str, tuple[str, dict[str, str], dict[int, str]]] = {
    # counter: its sound, how the end of the number changes before it, numbers with a word of their own
    "円": ("エン", _SHORT_FOUR, {}),
    "年": ("ネン", _SHORT_FOUR, {}),
    "人": ("ニン", _SHORT_FOUR, {1: "ヒトリ", 2: "フタリ"}),
    "歳": ("サイ", _BEFORE_S, {20: "ハタチ"}),
    "回": ("カイ", _BEFORE_K, {}),
    "件": ("ケン", _BEFORE_K, {}),
    "か月": ("カゲツ", _BEFORE_K, {}),
    "通": ("ツウ", _BEFORE_S, {}),
    "枚": ("マイ", {}, {}),
}
_LETTER_NAMES = (
    "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー ピー キュー アール エス ティー"
    " ユー ブイ ダブリュー エックス ワイ ゼット ゼロ イチ ニイ サン ヨン ゴオ ロク ナナ ハチ キュウ"
)
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz0123456789", _LETTER_NAMES.split(), strict=True))
_IN_JAPANESE = {**_LETTERS, "@": "アットマーク", ".": "ドット", "-": "ハイフン", "_": "アンダーバー", "+": "プラス"}
_IN_ENGLISH = {"@": "at", ".": "dot", "-": "hyphen", "_": "underscore", "+": "plus"}
_DIGITS_WITH_DASHES = re.compile(r"(?<![0-9])[0-9]{1,15}(?:-[0-9]{1,15})+(?![0-9])")


def reading(n: int) -> str:
    """How a whole number below 10^16 is said: 18000 is イチマンハッセン. Raises ValueError beyond."""
    if not -(10**16) < n < 10**16:
        raise ValueError("numbers of more than 16 digits have no reading here")
    if n < 1:
        return "ゼロ" if n == 0 else "マイナス" + reading(-n)
    said, place = "", 0
    while n:
        n, section = divmod(n, 10_000)
        if section:
            said = _myriad(section, place) + said
        place += 1
    return said


def counted(n: int, counter: str) -> str:
    """A number with its counter: 1人 is ヒトリ, 8歳 is ハッサイ; a counter without rules follows as it is."""
    sound, changes, words = _COUNTERS.get(counter, (counter, {}, {}))
    if n in words:
        return words[n]
    said = reading(n)
    for end, changed in changes.items():
        if said.endswith(end):
            return said.removesuffix(end) + changed + sound
    return said + sound


def one_by_one(text: str, language: str) -> str:
    """Digits said one at a time, with a breath at every dash: 090-12 is ゼロ キュウ ゼロ、イチ ニイ."""
    japanese = language in JAPANESE
    groups = [[ONE_BY_ONE[int(sign)] if japanese else sign for sign in group] for group in text.split("-")]
    return ("、" if japanese else ", ").join(" ".join(group) for group in groups)


def spelled(text: str, language: str) -> str:
    """Every letter, digit and sign by its name, in Japanese or as an English voice says it."""
    names = _IN_JAPANESE if language in JAPANESE else _IN_ENGLISH
    return " ".join(names.get(sign.lower(), sign) for sign in text)


def house_numbers(text: str, language: str) -> str:
    """House numbers as they are said: 1-2-3 is イチの ニの サン; other words stay."""
    if language not in JAPANESE:
        return text
    return _DIGITS_WITH_DASHES.sub(lambda found: "の ".join(reading(int(n)) for n in found[0].split("-")), text)


def day_reading(day: date) -> str:
    """A day in both calendars: ショウワ ジュウネン、シガツ ツイタチ。センキュウヒャクサンジュウゴネン."""
    return f"{year_reading(day)}、{month_reading(day.month)} {_day(day.day)}。{counted(day.year, '年')}"


def year_reading(day: date) -> str:
    """The era's year a day lies in: ショウワ ジュウネン, レイワ ガンネン."""
    era = era_of(day)
    year = year_in(era, day)
    return f"{era.reading} {'ガンネン' if year == 1 else counted(year, '年')}"


def month_reading(month: int) -> str:
    """A month: シガツ."""
    return _MONTHS.get(month, reading(month)) + "ガツ"


def _myriad(section: int, place: int) -> str:
    thousands, rest = divmod(section, 1000)
    hundreds, rest = divmod(rest, 100)
    tens, ones = divmod(rest, 10)
    said = _unit(thousands, "セン", _THOUSANDS) + _unit(hundreds, "ヒャク", _HUNDREDS)
    said += ("ジュウ" if tens == 1 else _ONES[tens] + "ジュウ") if tens else ""
    said += _ONES[ones]
    if place and section == 1000:
        said = "イッセン"
    if place == 3 and said.endswith(("イチ", "ハチ", "ジュウ")):
        said = next(said.removesuffix(end) + short for end, short in _BEFORE_S.items() if said.endswith(end))
    return said + _MYRIADS[place]


def _unit(n: int, unit: str, changed: dict[int, str]) -> str:
    return changed.get(n, _ONES[n] + unit) if n else ""


def _day(day: int) -> str:
    return _DAYS.get(day) or reading(day) + "ニチ"
