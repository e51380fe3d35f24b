"""Where on a page the sign that ends a phrase may stand, and where never."""

from __future__ import annotations

import re

import pytest

from portal.language.beside.furigana import with_kana
from portal.language.beside.page import shown
from portal.language.phrases import page as phrases
from portal.language.phrases.page import END, HOLD, Told, phrased, phrased_beside

WORDS = "申し込みの様子を見る"
MARKED = WORDS.replace("の", f"の{END}").replace("を", f"を{END}")


@pytest.mark.parametrize("tag", ["p", "h1", "label", "button", 'a href="/"', "legend", "li", 'p lang="ja"', "/b"])
def test_a_text_is_marked(tag: str) -> None:
    assert phrased(f"<{tag}>\n{WORDS}</p>") == f"<{tag}>\n{MARKED}</p>"


def test_a_sentence_about_somebody_is_marked() -> None:
    assert phrased(f"<p data-own>{WORDS}には、</p>") == f"<p data-own>{MARKED}には、</p>"


@pytest.mark.parametrize(
    "html",
    [
        f'<p aria-label="{WORDS}" data-told="{WORDS}">1</p>',
        f'<input value="{WORDS}">',
        f"<title>{WORDS}</title>",
        f"<textarea>\n{WORDS}</textarea>",
        f"<option>{WORDS}</option>",
        f"<script>{WORDS}</script>",
        f"<style>{WORDS}</style>",
        f'<button lang="zh-Hans">{WORDS}</button>',
        f"<dd data-own><p>{WORDS}</p>\n<p>{WORDS}</p><a>{WORDS}</a></dd>",
        "<span data-own>山田さくらと小さい子</span>",
    ],
)
def test_nothing_else_is(html: str) -> None:
    assert phrased(html) == html


def test_what_stands_between_answers_is_marked() -> None:
    answer = f"<dd data-own><p>{WORDS}</p></dd>"
    assert phrased(f"<dt>{WORDS}</dt>{answer}{answer}<p>{WORDS}</p>") == (
        f"<dt>{MARKED}</dt>{answer}{answer}<p>{MARKED}</p>"
    )


def test_kana_above_kanji_are_left_alone_and_phrases_end_between_them() -> None:
    told = "住民票の写しを取りよせる。申しこみが、今どうなっているか見る"
    html = shown(phrased(f'<p title="{with_kana(told)}">{with_kana(told)}</p>'))
    assert f'title="{told}"' in html
    assert END not in "".join(re.findall("<rt.*?</rt>", html))
    assert not re.search(f"<one-line>[^/]*{END}", html), "what stays on one line has no end of a phrase within"
    seen = re.sub("<rt.*?</rt>|<.*?>", "", html)
    assert seen.replace(END, "") == told
    assert seen.split(END) == ["住民票の", "写しを", "取りよせる。", "申しこみが、", "今どうなっているか", "見る"]


def test_kanji_that_share_their_kana_stay_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "ends", lambda text: list(range(1, len(text))))
    html = phrased(f"<p>{with_kana('今日は、写真')}</p>")
    assert shown(html).count("<ruby>今日<") == 1
    assert re.sub("<rt.*?</rt>|<.*?>", "", shown(html)).split(END)[:3] == ["今日", "は", "、"]


def test_on_a_page_in_another_language_only_what_is_japanese_is_marked() -> None:
    beside = '<span class="both">Xem <span class="beside" lang="ja">{}</span></span><p>{}</p>'
    assert phrased_beside(beside.format(WORDS, WORDS)) == beside.format(MARKED, WORDS)


def test_in_the_largest_letters_a_time_holds_together() -> None:
    told = phrased("<p>令和8年12月3日の午後3時に、成年後見人が来ます。</p>", Told.LONG)
    assert told == "<p>令~和~8年12月3日の午~後~3時に、成年後~見~人が来ます。</p>".replace("~", HOLD)
    assert shown(phrased(f"<p>{with_kana('午前')}9時</p>", Told.LONG)).count(f"</ruby>{HOLD}9時") == 1
    for html in ('<input value="午前9時">', "<textarea>午前9時</textarea>", "<dd data-own><p>午前9時</p></dd>"):
        assert phrased(html, Told.LONG) == html


def test_no_word_is_kept() -> None:
    """Somebody's own words outlive nothing: kept are places under a hash that only this process makes."""
    phrases._KEPT.clear()
    phrased(f"<p>{WORDS}</p>")
    assert [*phrases._KEPT.items()] == [(hash(WORDS), (5, 8))]


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "MOST", 3)
    for n in range(10):
        phrased(f"<p>{n}人が申し込みます。</p>")
    assert len(phrases._KEPT) <= 3
