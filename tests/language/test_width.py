"""Numbers and places in every width, dash and space people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.language.width import digits, letters, narrow, tidy

DIGITS = {
    "half width": ("09012345678", "09012345678"),
    "full width": ("０９０１２３４５６７８", "09012345678"),
    "full-width dash": ("０９０－１２３４－５６７８", "09012345678"),
    "long sound as dash": ("０９０ー１２３４ー５６７８", "09012345678"),
    "half-width long sound": ("090ｰ1234ｰ5678", "09012345678"),
    "mixed dashes": ("０９０－１２３４ー５６７８", "09012345678"),
    "hyphen": ("090‐1234‐5678", "09012345678"),
    "non-breaking hyphen": ("090‑1234‑5678", "09012345678"),
    "figure dash": ("090‒1234‒5678", "09012345678"),
    "en dash": ("090–1234–5678", "09012345678"),
    "em dash": ("090—1234—5678", "09012345678"),
    "horizontal bar": ("090―1234―5678", "09012345678"),
    "minus": ("090−1234−5678", "09012345678"),
    "box line": ("090─1234━5678", "09012345678"),
    "small hyphen": ("090﹣1234﹘5678", "09012345678"),
    "letter minus": ("090˗1234⁃5678", "09012345678"),
    "emoji minus": ("090➖1234➖5678", "09012345678"),
    "kanji one as dash": ("090一1234一5678", "09012345678"),
    "kanji digits": ("〇九〇ー一二三四ー五六七八", "09012345678"),
    "brackets": ("（０９０）１２３４　５６７８", "09012345678"),
    "dots": ("090.1234.5678", "09012345678"),
    "wide spaces": ("　０９０　１２３４　５６７８　", "09012345678"),
    "post code": ("〒１００−０００１", "1000001"),
    "said with の": ("090の1234の5678", "09012345678"),
    "letters for nought and one": ("O9O-l234-5678", "09012345678"),
    "circles for nought": ("○9○-1234-5678", "09012345678"),
    "keycaps": ("0️⃣9️⃣0️⃣", "090"),
    "signs of no width": ("090\u200b1234\u200d5678", "09012345678"),
    "arabic digits": ("٠٩٠", "090"),
    "a word stays": ("なし", "なし"),
    "letters stay": ("090-abc", "090abc"),
    "words of look-alikes stay": ("Il", "Il"),
    "nothing": (" － ー", ""),
}


@pytest.mark.parametrize(("typed", "kept"), DIGITS.values(), ids=DIGITS.keys())
def test_digits_whatever_stands_between(typed: str, kept: str) -> None:
    assert digits(typed) == kept


NARROW = {
    "letters and digits": ("Ｓ１０．４．１", "S10.4.1"),
    "long sound inside kana stays": ("コーポ１ー２", "コーポ1-2"),
    "spaces": ("　昭和　 10年 ", "昭和 10年"),
    "era in one sign": ("㍼10㋿", "昭和10令和"),
    "half-width kana": ("ｶﾞｷﾞ", "ガギ"),
    "plain": ("1-2", "1-2"),
}


@pytest.mark.parametrize(("typed", "kept"), NARROW.values(), ids=NARROW.keys())
def test_narrow(typed: str, kept: str) -> None:
    assert narrow(typed) == kept


TIDY = {
    "house numbers": ("１ー２－３", "1-2-3"),
    "room": ("Ａ－１０１", "A-101"),
    "long sound of a building": ("メゾンコーポ２ー３", "メゾンコーポ2-3"),
    "half-width kana": ("ﾒｿﾞﾝ髙橋 101", "メゾン髙橋 101"),
    "variant kanji stay": ("神宮\ufa19葛\U000e0100城", "神宮\ufa19葛\U000e0100城"),
    "spaces": ("１丁目　　２番", "1丁目 2番"),
}


@pytest.mark.parametrize(("typed", "kept"), TIDY.values(), ids=TIDY.keys())
def test_tidy_leaves_kanji_alone(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


def test_letters_counts_what_a_reader_sees() -> None:
    assert letters("葛\U000e0100飾") == 2
    assert letters("👨\u200d👩\u200d👧") == 1
    assert letters("\u1100\u1161\u11a8") == 1
    assert letters("か\u3099") == 1
    assert letters("山田") == 2
    assert letters("abc") == 3


@given(st.text())
def test_no_text_is_refused(text: str) -> None:
    for brought in (digits(text), narrow(text), tidy(text)):
        assert isinstance(brought, str)
    assert letters(text) <= len(text)


@given(st.text(alphabet="0123456789０１２３４５６７８９-－ー−‐　 ", min_size=1))
def test_digits_and_dashes_leave_digits_only(text: str) -> None:
    assert digits(text) == "" or digits(text).isascii()
    assert digits(digits(text)) == digits(text)
