"""The light tree: elements numbered as a browser numbers them, broken HTML read once and bounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.speech.script.seen import ELEMENTS, LONGEST, TooMuch, page


def test_elements_are_numbered_in_the_order_of_the_document() -> None:
    main, aside = page("<main><p>a<b>b</b></p><br><img alt=x></main><aside><p>c</p></aside>")
    assert [one.at for one in (main, *main.within(), aside, *aside.within())] == list(range(7))
    assert [one.tag for one in main.within()] == ["p", "b", "br", "img"]


def test_text_is_what_a_browser_says_it_is() -> None:
    (p,) = page("<p>１ &amp; <b>二</b>&#x4E09; <ruby>続柄<rt>つづきがら</rt></ruby></p>")
    assert p.text == "１ & 二三 続柄つづきがら"
    assert p.seen == "１ & 二三 続柄"


@pytest.mark.parametrize(
    "html",
    ["<p hidden>x</p>", '<p aria-hidden="true">x</p>', '<input type="hidden" value="x">', '<a class="skip">x</a>',
     "<script>x</script>", "<noscript>x</noscript>", "<details><summary>a</summary><p>x</p></details>"],
)  # fmt: skip
def test_what_nobody_sees(html: str) -> None:
    (root,) = page(html)
    assert any(one.is_hidden for one in (root, *root.within()))
    assert "x" not in ("" if root.is_hidden else root.seen)


def test_what_is_open_is_seen() -> None:
    (root,) = page("<details open><summary>a</summary><p>x</p></details>")
    assert root.seen == "ax"


def test_a_box_for_words_keeps_what_looks_like_a_tag() -> None:
    (box,) = page("<textarea>a <b>&lt;</textarea>")
    assert (box.text, list(box.elements)) == ("a <b><", [])


def test_more_than_any_page_of_ours_is_refused() -> None:
    for html in ("x" * (LONGEST + 1), "<br>" * (ELEMENTS + 1)):
        with pytest.raises(TooMuch):
            page(html)


@given(st.text(alphabet=st.sampled_from("<>/='\" \n&#;x1adivp!-あ"), max_size=300))
def test_any_text_is_read(html: str) -> None:
    page(html)


def test_a_thousand_elements_in_each_other_break_nothing() -> None:
    (root,) = page("<div>" * 1_000 + "x" + "</div>" * 1_000)
    assert root.text == "x"


def test_the_end_of_a_phrase_is_not_seen_but_counted_where_the_browser_counts_it() -> None:
    (element,) = page("<p>写しを\u200b見る</p>")
    assert (element.seen, element.text) == ("写しを見る", "写しを\u200b見る")
