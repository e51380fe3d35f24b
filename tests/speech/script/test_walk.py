"""The walk: what a page says, in which order, and whose words they are."""

from __future__ import annotations

import pytest

from portal.speech.script import NOTHING, Known, script
from portal.speech.script.boxes import Reading

HANAKO = {"山田　花子": "ヤマダ　ハナコ"}


def said(html: str, language: str = "ja", known: Known = NOTHING) -> list[str]:
    """What is said, in words."""
    return [one.spoken or one.seen for one in script(html, language, known)]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>一つめです。二つめです。</p>", ["一つめです。", "二つめです。"]),
        ("<p>一行め<br>二行め</p>", ["一行め", "二行め"]),
        ("<p>まちの<b>名前</b>です。</p>", ["まちの名前です。"]),
        ("<h1>どこですか<span class='must'>必須</span></h1>", ["どこですか", "必須"]),
        ("<ol><li>書く</li><li>送る</li></ol>", ["1番目。", "書く", "2番目。", "送る"]),
        ("<ul role='list'><li>一つ</li></ul>", ["一つ"]),
        ("<p>  間が   あく  </p>", ["間が あく"]),
        ("<p><ruby>続柄<rp>(</rp><rt>つづきがら</rt><rp>)</rp></ruby></p>", ["続柄"]),
        ("<details><summary>もっと</summary><p>中身</p></details>", ["もっと", "押すと、続きが開きます。"]),
        ("<details open><summary>もっと</summary><p>中身</p></details>", ["もっと", "中身"]),
        ("<img alt='写真の1枚め'>", ["写真の1枚め"]),
        ("<button class='go'>次へ</button>", ["「次へ」を押すと、次に進みます。"]),
        ("<button class='second'>足す</button>", ["ボタンです。", "足す"]),
        ("<label>年</label><input name='y'>", ["年", "まだ書いていません。"]),
        ("<label>年</label><input name='y' value='10'>", ["年", "いまの答えです。", "10"]),
        ("<textarea name='w'>はい。そうです。</textarea>", ["いまの答えです。", "はい。", "そうです。"]),
    ],
)
def test_a_piece_of_a_page(html: str, words: list[str]) -> None:
    assert said(f"<main>{html}</main>") == words


def test_choices_have_their_place_and_tell_which_is_chosen() -> None:
    html = """<div class="choices"><label><input type="radio" value="a"><span>はい</span></label>
        <label><input type="radio" value="b" checked><span>いいえ<small>あとで聞きます。</small></span></label></div>"""
    expected = ["2個の中から、1つ選びます。", "1番目。", "はい", "2番目。", "いいえ"]
    assert said(html) == [*expected, "あとで聞きます。", "いま、選んであります。"]


def test_what_is_amiss_is_said_once() -> None:
    html = """<main><div class="summary"><p>1か所、直してください。</p><ul role="list"><li>
        <a href="#y">年を書いてください。</a></li></ul></div>
        <label>年</label><p class="error">年を書いてください。</p></main>"""
    assert said(html) == ["1か所、直してください。", "年を書いてください。", "年"]


def test_how_far_along_is_counted_and_the_way_back_comes_last() -> None:
    html = """<main><p class="way"><a class="quiet back" href="/">もどる</a><span>12問のうち 3問め</span></p>
        <progress max="12" value="3" aria-hidden="true"></progress><h1>どこですか</h1></main>"""
    assert said(html) == ["12問のうち、3問めです。", "どこですか", "「もどる」を押すと、前のページにもどります。"]


def test_once_one_is_chosen_no_choice_is_everybodys() -> None:
    html = """<div class="choices"><label><input type="radio" value="a"><span>はい</span></label>
        <label><input type="radio" value="b"{}><span>いいえ</span></label></div>"""
    for checked, personal in (("", set()), (" checked", {"はい", "いいえ", "いま、選んであります。"})):
        told = script(html.format(checked), "ja", Known(private=True))
        assert {one.spoken or one.seen for one in told if one.personal} == personal
    assert not any(one.personal for one in script(html.format(" checked"), "ja"))


@pytest.mark.parametrize(
    "html",
    [
        "<p data-own>はい</p>",
        "<ul data-own><li><b>はい</b><p>いいえ</p></li></ul>",
        "<p>はい、<b data-own>いいえ</b></p>",
        "<img data-own alt='写真'>",
        "<button class='go' data-own>次へ</button>",
        "<dl><div><dd data-own><p>はい</p></dd></div></dl>",
    ],
)
def test_somebodys_own_words_are_personal_where_answers_may_be(html: str) -> None:
    assert all(one.personal for one in script(html, "ja", Known(private=True)))
    assert not any(one.personal for one in script(html, "ja")), "a page that is the same for everybody"


def test_answers_read_back_are_spoken_by_their_kind() -> None:
    html = "<dl class='rows'><div><dt>電話</dt><dd><p>03-12</p><a class='quiet' href='x'>電話を直す</a></dd></div></dl>"
    told = script(html, "ja", Known(shown={("03-12",): "ゼロ サン"}, private=True))
    assert [one.spoken or one.seen for one in told][:2] == ["電話", "ゼロ サン"]
    assert told[1].personal
    assert not any("電話を直す" in one.seen for one in told)


def test_boxes_are_read_by_the_kind_of_their_question() -> None:
    known = Known(read=lambda typed: [Reading(("y", "m"), f"{typed['y']}ネン{typed['m']}ガツ")])
    html = "<form><input name='y' value='10'><input name='m' value='4'></form>"
    assert said(html, known=known) == ["いまの答えです。", "10ネン4ガツ"]


def test_places_are_counted_as_browsers_count_them() -> None:
    first, second = script("<p>𠮷田です。次です。</p>", "ja")
    assert (first.start, first.end) == (0, 6)  # 𠮷 takes two
    assert (second.start, second.end) == (6, 10)


def test_a_word_with_its_reading_keeps_the_places_of_its_letters() -> None:
    (one,) = script("<p>この<ruby>続柄<rt>つづきがら</rt></ruby>です。</p>", "ja")
    assert one.seen == "この続柄です。"
    assert one.places == (0, 1, 2, 3, 9, 10, 11)


@pytest.mark.parametrize(
    ("html", "tongues"),
    [
        ('<p>Call <bdi lang="ja">山田 花子</bdi> now.</p>', ["en", "ja", "en"]),
        ("<p>Press the button.</p>", ["en"]),
        ("<p>住所</p>", ["ja"]),
    ],
)
def test_each_voice_says_what_it_can_read(html: str, tongues: list[str]) -> None:
    assert [one.language for one in script(html, "en")] == tongues


def test_known_names_stay_in_the_sentence_of_any_language() -> None:
    html = '<p>Call <bdi lang="ja">山田　花子</bdi> now.</p>'
    assert [one.language for one in script(html, "en", Known(HANAKO))] == ["en"]
