"""The word that is lit is the word that sounds: on every page of a way, and on pages beside it."""

from __future__ import annotations

from bisect import bisect_right

import pytest
from playwright.sync_api import Page, expect

from tests.browser.listener import Listener
from tests.browser.resident import answer, onward, question
from tests.journeys.benefit import HOME, SERVICE, TYPED

pytestmark = pytest.mark.long

SAMPLES = 20
"""Moments of each page at which the lit word is compared with the word that sounds."""
PARTS = (0.1, 0.35, 0.6, 0.85)
"""Moments of a sentence, as parts of its length."""
ALONE = ("/", "/status", "/resume", "/verify", "/preferences", "/accessibility", "/kyufukin/notice")
SPOKEN = [f"/{language}/kasumigahama/kyufukin/" for language in ("ja", "ja-simple", "en")]
"""A service in each language."""


def in_time(page: Page, listener: Listener) -> None:
    """Sentence after sentence, from the one being read: what is lit is what sounds, give or take a word."""
    sampled = 0
    timed = [one for one in listener.utterances if one.get("times")]
    for n, one in enumerate(timed):
        if sampled >= SAMPLES:
            return
        if n:
            listener.press("on")
        listener.heard(one["text"])
        page.wait_for_function("() => CSS.highlights.has('word')")
        words = listener.words
        for part in PARTS:
            now = listener.to(part * words[-1].ends)
            sentence, before = listener.lit
            sounding = bisect_right([word.begins for word in words], now) - 1
            lit = [word.start for word in words].index(before or 0)
            assert " ".join(sentence.split()) == one["text"]
            assert abs(lit - sounding) <= 1, f"{one['text']}: at {now:.0f} ms {words[lit]} is lit"
            sampled += 1
    assert sampled == len(timed) * len(PARTS), "a short page is heard to its end"


@pytest.mark.parametrize("path", [*(HOME + path for path in ALONE), *SPOKEN])
def test_on_a_page_by_itself(page: Page, listener: Listener, path: str) -> None:
    page.goto(path)
    listener.start()
    in_time(page, listener)


def test_under_kana(page: Page, listener: Listener) -> None:
    page.goto(f"{HOME}/preferences")
    page.locator('main [value="kana:on"]').click()
    expect(page.locator("main rt").first).to_be_visible()
    page.goto(f"{SERVICE}/")
    listener.start()
    in_time(page, listener)


def test_on_every_question_and_to_the_seal(page: Page, listener: Listener) -> None:
    page.goto(f"{SERVICE}/")
    listener.start()
    onward(page).click()
    for step in TYPED:
        expect(question(page, f"{SERVICE}/{step}")).to_be_visible()
        read(page, listener)
        answer(page, TYPED[step])
        onward(page).click()
    page.wait_for_url("**/review")
    read(page, listener)
    onward(page).click()
    page.wait_for_url("**/consent")
    read(page, listener)


def read(page: Page, listener: Listener) -> None:
    """The page from its beginning: opened anew, nothing of the page before it is said first."""
    page.reload()
    listener.press("read")
    in_time(page, listener)
