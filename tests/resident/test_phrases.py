"""A page for a browser that cannot tell where a Japanese phrase ends: the same page, with that told, and no other."""

from __future__ import annotations

import re

import pytest
from httpx2 import Cookies

from portal.language.phrases.page import END, HOLD
from portal.preferences import COOKIE
from portal.speech.script import script
from tests.journeys.benefit import HOME, SERVICE
from tests.language.phrases.test_browser import CAN, CANNOT
from tests.resident.conftest import Phone
from tests.resident.filling import pressed, reviewed

STYLE = re.compile(r'<link rel="stylesheet" href="/static/phrases\.\w+\.css">\n')
IPHONE, ANDROID = {"User_Agent": CANNOT["an iPhone"]}, {"User_Agent": CAN["an Android"]}
EASY = {COOKIE: "100.standard.ja-simple"}
BOTH = {COOKIE: "100.standard.vi..on"}
FIXED = {
    f"{HOME}/": {},
    f"{SERVICE}/": {},
    "/ja/": {},
    "/ja/accessibility": {},
    f"{HOME}/nowhere": {},
    "/ja-simple/kasumigahama/": EASY,
    "/ja-simple/kasumigahama/kyufukin/": EASY,
    "/vi/kasumigahama/kyufukin/": BOTH,
}


def told(page: str) -> str:
    """The page without what was added for a browser that cannot tell, and without what holds kana and words together:
    that ends with the phrase.
    """
    return re.sub(f"{END}|{HOLD}|</?one-line>", "", STYLE.sub("", page))


def test_a_fixed_page_is_the_same_but_for_the_ends_of_its_phrases(phone: Phone) -> None:
    iphone, android = phone(**IPHONE), phone(**ANDROID)
    for path, cookies in FIXED.items():
        iphone.cookies, android.cookies = Cookies(cookies), Cookies(cookies)
        ours, theirs = iphone.get(path).text, android.get(path).text
        assert STYLE.search(ours), path
        assert ours.count(END) > 20, path
        assert END not in theirs
        assert "phrases." not in theirs
        assert told(ours) == told(theirs)
        assert iphone.get(path).text == ours, "as it was kept for this kind of browser"
        said, as_ever = (script(page, path.split("/")[1]) for page in (ours, theirs))
        assert [(one.seen, one.spoken) for one in said] == [(one.seen, one.spoken) for one in as_ever]


def test_of_a_page_in_another_language_only_what_is_japanese_is_marked(phone: Phone) -> None:
    page = phone(**IPHONE).get("/en/kasumigahama/kyufukin/").text
    assert END not in re.sub('<(bdi|button)[^>]* lang="ja.*?</', "", page)


def test_an_answer_comes_back_as_it_was_written(phone: Phone) -> None:
    resident = phone(**IPHONE)
    resident.headers |= {"X-Swap": "1"}
    page = reviewed(resident).text
    answers = re.findall("<dd data-own.*?</dd>", page, re.DOTALL)
    assert END not in "".join(answers)
    assert any("東京都千代田区千代田" in answer for answer in answers)
    assert END in page
    consent = resident.get(f"{SERVICE}/consent").text
    assert "<span data-own>髙橋　花子</span>" in consent
    receipt = pressed(resident).text
    assert END in receipt
    assert not re.search(f"髙{END}?橋.?{END}.?花{END}?子", receipt)


@pytest.mark.parametrize("browser", [IPHONE, ANDROID], ids=["an iPhone", "an Android"])
def test_in_the_largest_letters_a_word_longer_than_a_line_may_be_parted(phone: Phone, browser: dict[str, str]) -> None:
    resident = phone(**browser)
    reviewed(resident)
    pressed(resident)
    usual = resident.get(f"{SERVICE}/done").text
    assert "<h1 data-own>受けつけました</h1>" in usual
    resident.cookies.set(COOKIE, "300.standard.")
    large = resident.get(f"{SERVICE}/done").text
    assert f"<h1 data-own>受けつけ{END}ました</h1>" in large
    assert not re.search(f"髙{END}?橋.?{END}.?花{END}?子", large)
    assert told(large).partition("<main")[2] == told(usual).partition("<main")[2]
    said, as_ever = (script(page, "ja") for page in (large, usual))
    assert [one.seen for one in said] == [one.seen for one in as_ever]


def test_what_a_telephone_keeps_is_what_it_is_shown(phone: Phone) -> None:
    resident = phone(**IPHONE)
    kept = resident.get(f"{SERVICE}/kept.json").json()
    start = next(page for page in kept["pages"] if page["path"] == f"{SERVICE}/")
    question = next(one for one in kept["questions"] if one["id"] == "filer")
    assert END in start["html"]
    assert END in question["html"]
    assert END not in str(phone(**ANDROID).get(f"{SERVICE}/kept.json").json())
