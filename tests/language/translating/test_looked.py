"""Messages are found on pages, each in its narrowest place."""

from __future__ import annotations

import pytest

from tests.seen import Looked

PAGE = """<title>次へ</title><h1>名前を教えてください</h1><form aria-label="見やすさとことば">
<label>名前<small>（書かなくてもよい）</small></label><p>3通、送ります。<b>くわしく</b>は、下です。</p>
<p>次へ</p><button><ruby>次<rt>つぎ</rt></ruby>へ</button><script>終わり</script></form>"""
FOUND = {
    "名前を教えてください": "heading",
    "見やすさとことば": "name",
    "（書かなくてもよい）": "label",
    "{n}通、送ります。{more}は、下です。": "text",
    "は、｜下《した》です。": "text",
    "次へ": "text",
    "終わり": "",
    "通": "",
}


@pytest.mark.parametrize(("message", "place"), FOUND.items())
def test_a_message_is_found_in_its_place(message: str, place: str) -> None:
    looked = Looked()
    looked.look("home", "as it opens", PAGE)
    assert [*looked.places([message])] == ([(message, ("home", "as it opens", place))] if place else [])


def test_the_narrowest_place_counts() -> None:
    looked = Looked()
    looked.look("home", "as it opens", "<p>次へ</p>")
    looked.look("status", "found", "<button>次へ</button>")
    assert [*looked.places(["次へ"])] == [("次へ", ("status", "found", "button"))]
