"""A page with the Japanese beside its words."""

from __future__ import annotations

import re

from portal.language.beside.furigana import with_kana
from portal.language.beside.page import shown
from portal.language.beside.signs import pair, ruby

NEXT = pair("Tiếp theo", "次へ")
BESIDE = '<span class="both">Tiếp theo <span class="beside" lang="ja">次へ</span></span>'


def test_the_chosen_language_comes_first_and_then_the_japanese_marked_as_such() -> None:
    assert shown(f"<p>{NEXT}</p>") == f"<p>{BESIDE}</p>"


def test_attributes_titles_and_boxes_keep_the_chosen_language() -> None:
    assert shown(f'<a title="{NEXT}">x</a>') == '<a title="Tiếp theo">x</a>'
    assert shown(f"<title>{NEXT}</title>") == "<title>Tiếp theo</title>"
    assert shown(f'<textarea name="a">{NEXT}</textarea>') == '<textarea name="a">Tiếp theo</textarea>'


def test_a_list_to_pick_from_has_both_in_one_line() -> None:
    assert shown(f"<option>{NEXT}</option>") == "<option>Tiếp theo / 次へ</option>"


def test_what_is_the_same_in_both_stands_once() -> None:
    name = "Nguyễn"
    assert shown(f"<b>{pair(name, name)} 1</b>{NEXT}") == f"<b>Nguyễn 1</b>{BESIDE}"


def test_words_with_tags_among_them_stand_alone() -> None:
    told = pair("1 tháng 4", "4月1日").replace("4", "<wbr>4")
    assert shown(f"<b>{told}</b>{NEXT}") == f"<b>1 tháng <wbr>4</b>{BESIDE}"


def test_kana_stand_above_words_and_nobody_hears_them_twice() -> None:
    kanji = ruby("次", "つぎ") + "へ"
    word = '<one-line><ruby>次<rt aria-hidden="true">つぎ</rt></ruby>へ</one-line>'
    assert shown(f"<p>{kanji}</p>") == f"<p><with-kana>{word}</with-kana></p>"
    assert shown(f'<a title="{kanji}">x</a>') == '<a title="次へ">x</a>'
    assert shown(f"<title>{kanji}</title><option>{kanji}</option>") == "<title>次へ</title><option>次へ</option>"


def test_kanji_stay_on_one_line_with_the_hiragana_that_belong_to_them() -> None:
    told = shown(f"<p>{with_kana('住民票の写しを取りよせる。申しこみが今どうなっているか見る。名前のふりがな')}</p>")
    bare = re.sub("<rt.*?</rt>|</?ruby>", "", told)
    assert re.findall("<one-line>(.*?)</one-line>", bare) == [
        "住民票の",
        "写しを",
        "取りよせる。",
        "申しこみが",
        "見る。",
        "名前の",
    ]
