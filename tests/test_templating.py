"""Templating: escaped pages, plain letters, nothing missing in silence."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, UndefinedError

from portal import templating
from portal.language.words import say


@pytest.fixture
def templates(monkeypatch: pytest.MonkeyPatch) -> None:
    made = {
        "page.html": '<p>{{ _("{name}さん", name=name) }}</p>',
        "letters/x/subject.txt": "受付\n{{ name }}\n",
        "letters/x/body.txt": "{{ name }} 様\n",
        "letters/y/subject.txt": "{{ _('受付番号') }}",
        "letters/y/body.txt": "{{ _('受付番号') }} {{ name }}\n",
        "letters/y/body.html": "<p>{{ _('受付番号') }} {{ name }}</p>",
        "letters/layout/letter.html": "{{ subject }}{% for code, body in parts %}[{{ code }}]{{ body }}{% endfor %}",
    }
    for environment in (templating.PAGES, templating.LETTERS):
        monkeypatch.setattr(environment, "loader", DictLoader(made))
        environment.cache.clear()


@pytest.mark.usefixtures("templates")
def test_a_name_that_looks_like_markup_stays_a_name() -> None:
    assert templating.page("page.html", {"language": "ja", "name": "<b>"}) == "<p>&lt;b&gt;さん</p>"


@pytest.mark.usefixtures("templates")
def test_a_missing_value_is_loud() -> None:
    with pytest.raises(UndefinedError):
        templating.page("page.html", {"language": "ja"})


@pytest.mark.usefixtures("templates")
def test_a_letters_subject_is_one_line() -> None:
    assert templating.letter("x", name="山田\nBcc: x") == ("受付 山田 Bcc: x", "山田\nBcc: x 様\n", "")


@pytest.mark.usefixtures("templates")
def test_a_letter_in_two_languages_is_one_below_the_other() -> None:
    letter = templating.letter("y", "en", "ja", name="<山>")
    assert letter.subject == "Receipt number"
    assert letter.text == f"Receipt number <山>\n{templating.BETWEEN}受付番号 <山>\n"
    assert letter.html == (
        'Receipt number[en]<p>Receipt number &lt;<bdi lang="ja">山</bdi>&gt;</p>[ja]<p>受付番号 &lt;山&gt;</p>'
    )


def test_what_stays_on_one_line_is_marked_and_nothing_in_it_is_markup() -> None:
    told = templating.whole("1-2、11-22、<b>")
    assert told == '<bdi class="whole">1-2、</bdi><bdi class="whole">11-22、</bdi>&lt;b&gt;'
    assert templating.whole("「11-22」です。") == '<bdi class="whole">「11-22」</bdi>です。'
    assert templating.whole("<b>　<i>さん", "<b>　<i>") == '<bdi class="whole">&lt;b&gt;　&lt;i&gt;</bdi>さん'
    assert templating.whole("名前　", "") == "名前　"


FOREIGN = {
    "<p>山田　正二</p>": '<p><bdi lang="ja">山田　正二</bdi></p>',
    "<p>Sent to 東京都千代田区千代田 1-1.</p>": '<p>Sent to <bdi lang="ja">東京都千代田区千代田 1-1</bdi>.</p>',
    "<p>The application of 山田 正二 arrived.</p>": '<p>The application of <bdi lang="ja">山田 正二</bdi> arrived.</p>',
    '<a href="/">Change 山田</a>': '<a href="/"><bdi>Change <bdi lang="ja">山田</bdi></bdi></a>',
    '<button lang="ja">日本語</button>': '<button lang="ja">日本語</button>',
    "<textarea>\n紙が 届きません。</textarea>": '<textarea lang="ja">\n紙が 届きません。</textarea>',
    "<textarea>\nI am called 山田.</textarea>": "<textarea>\nI am called 山田.</textarea>",
    '<textarea lang="ne">\n山田</textarea>': '<textarea lang="ne">\n山田</textarea>',
    "<title>山田</title>": "<title>山田</title>",
    '<input value="山田"><p>1,000 yen</p>': '<input value="山田"><p>1,000 yen</p>',
}


@pytest.mark.parametrize(("html", "marked"), FOREIGN.items())
def test_a_japanese_name_on_a_page_in_another_language_is_marked(html: str, marked: str) -> None:
    assert templating.marked(html, "en") == marked


@pytest.mark.usefixtures("templates")
def test_only_pages_in_other_languages_are_marked() -> None:
    told = {language: templating.page("page.html", {"language": language, "name": "山"}) for language in ("ja", "en")}
    assert told["ja"] == "<p>山さん</p>"
    assert '<bdi lang="ja">' in told["en"]


def test_words_in_words_are_told_in_the_same_language() -> None:
    assert templating.words_for("ja")(say("{what}を直す", what=say("名前"))) == "名前を直す"


def test_in_chinese_only_kana_tell_a_japanese_word() -> None:
    html = templating.marked("<p>请填写名字（ふりがな）。</p><p>姓名 ヤマダ　ハナコ</p>", "zh-Hans")
    assert html == '<p>请填写名字（<bdi lang="ja">ふりがな</bdi>）。</p><p>姓名 <bdi lang="ja">ヤマダ　ハナコ</bdi></p>'
    assert templating.marked("<p>관공서(役所)입니다</p>", "ko") == '<p>관공서(<bdi lang="ja">役所</bdi>)입니다</p>'
