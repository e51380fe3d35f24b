"""Reading aloud under the hand: what begins, halts, leads on, is lit, follows, and is remembered."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from portal.language.words import words_for
from tests.browser.listener import OPENER, OWN_VOICE, VOICELESS, Listener
from tests.browser.resident import onward
from tests.journeys.benefit import HOME, SERVICE

START = f"{SERVICE}/"
OF_A_SENTENCE = re.compile("/(speech|kasumigahama/listen)/")
PACES = {"slower": (0.7, "とてもゆっくり"), "faster": (1.3, "とてもはやい")}


def test_nothing_sounds_or_is_fetched_before_the_tap(page: Page, listener: Listener) -> None:
    page.goto(START)
    page.wait_for_load_state("networkidle")
    assert not listener.fetched
    assert not listener.voice.evaluate("(voice) => voice.currentSrc")
    listener.start()
    page.wait_for_function("() => document.querySelector('#player > audio').currentTime > 0")
    assert listener.sounding["text"] == page.locator("h1").inner_text()
    expect(listener.button("read")).to_be_focused()
    expect(listener.button("read")).to_have_accessible_name("とめる")


def test_halted_gone_on_back_and_again(page: Page, listener: Listener) -> None:
    page.goto(START)
    listener.start()
    first, second, third = [one["text"] for one in listener.utterances[:3]]
    listener.to(600)
    listener.press("read", "paused")
    expect(listener.button("read")).to_have_accessible_name("読み上げる")
    assert listener.voice.evaluate("(voice) => voice.paused")
    listener.press("read")
    assert listener.voice.evaluate("(voice) => voice.currentTime") >= 0.6
    listener.press("on")
    listener.heard(second)
    listener.press("on")
    listener.heard(third)
    listener.press("back")
    listener.heard(second)
    listener.press("back")
    listener.press("back")
    listener.heard(first)
    late = listener.to(1_000)
    listener.press("again")
    page.wait_for_function("() => CSS.highlights.has('sentence')")
    assert listener.voice.evaluate("(voice) => voice.currentTime * 1000") < late
    assert listener.sounding["text"] == first


def test_one_sentence_after_another_to_the_end(page: Page, listener: Listener) -> None:
    page.goto(f"{HOME}/reading")
    listener.start()
    told = [one["src"].rpartition(".")[0] for one in listener.utterances]
    listener.hurry()
    listener.press("again", "idle")
    expect(listener.told).to_have_text("このページは、ここまでです。")
    assert [src.rpartition(".")[0] for src in listener.said][-len(told) :] == told
    listener.tap("read")
    expect(listener.told).to_have_text("")


@pytest.mark.parametrize("press", PACES)
def test_the_pace_is_remembered(page: Page, listener: Listener, press: str) -> None:
    pace, words = PACES[press]
    page.goto(START)
    listener.start()
    for _ in range(5):
        listener.tap(press)
    expect(listener.bar.locator(".pace")).to_contain_text(words)
    rate = "(voice) => [voice.playbackRate, voice.preservesPitch]"
    assert listener.voice.evaluate(rate) == [pace, True]
    page.goto(f"{HOME}/preferences")
    expect(listener.bar.locator(".pace")).to_contain_text(words)
    listener.press("read")
    assert listener.voice.evaluate(rate) == [pace, True]


def test_a_tap_on_a_sentence_reads_from_there(page: Page, listener: Listener) -> None:
    page.goto(START)
    listener.start()
    words = {"x": 20, "y": 12}
    page.get_by_text("用意するもの", exact=True).click(position=words)
    listener.heard("用意するもの")
    listener.hurry()
    listener.heard("世帯主の通帳か、キャッシュカード")
    listener.press("read", "paused")
    page.get_by_text("申し込める人", exact=True).click(position=words)
    listener.heard("申し込める人")


def test_the_page_comes_along_until_the_reader_moves_it(page: Page, listener: Listener) -> None:
    page.goto(START)
    listener.start()
    for one in listener.utterances[1:17]:
        listener.tap("on")
        listener.heard(one["text"])
    page.wait_for_function(STANDS)
    assert min(listener.place) >= 0
    page.mouse.move(180, 600)
    page.mouse.wheel(0, -400)
    expect(listener.button("follow")).to_be_visible()
    page.wait_for_function(STANDS)
    was = page.evaluate("scrollY")
    listener.press("on")
    listener.heard(listener.utterances[17]["text"])
    assert page.evaluate("scrollY") == was
    listener.tap("follow")
    expect(listener.button("follow")).to_be_hidden()
    page.wait_for_function(STANDS)
    assert min(listener.place) >= 0


@pytest.mark.parametrize("by", ["wheel", "touch"])
def test_a_move_of_the_readers_ends_every_glide(page: Page, listener: Listener, by: str) -> None:
    page.goto(START)
    listener.start()
    page.evaluate(SLOWLY)
    for _ in listener.utterances[1:18]:
        listener.tap("on")
    page.wait_for_function("() => scrollY > 20")
    moved(page, by)
    expect(listener.button("follow")).to_be_visible()
    page.wait_for_function(STANDS)
    assert min(listener.place) < 0, "the reader went away from it"


SLOWLY = """() => {
  const now = performance.now.bind(performance), since = now();
  performance.now = () => since + (now() - since) / 20;
}"""
"""A glide takes so long that one is in its midst."""


def moved(page: Page, by: str) -> None:
    """The reader moves the page, in the midst of its gliding."""
    if by == "wheel":
        page.mouse.move(180, 600)
        page.mouse.wheel(0, -3_000)
        return
    hand = page.context.new_cdp_session(page)
    for y in range(300, 720, 60):
        kind = "touchStart" if y == 300 else "touchMove"
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": 180, "y": y}]})
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


STANDS = """() => new Promise((done) => {
  const was = scrollY;
  setTimeout(() => done(scrollY === was), 120);
})"""


def test_it_stays_open_from_page_to_page_and_silent_until_tapped(page: Page, listener: Listener) -> None:
    page.goto(START)
    listener.start()
    listener.fetched.clear()
    page.goto(f"{HOME}/preferences")
    page.wait_for_load_state("networkidle")
    expect(listener.bar).to_be_visible()
    assert not [request for request in listener.fetched if not urlsplit(request.url).path.startswith("/static/")]
    listener.press("read")
    listener.tap("close")
    expect(listener.bar).to_be_hidden()
    expect(page.locator(OPENER)).to_be_focused()
    assert listener.voice.evaluate("(voice) => voice.paused")
    page.goto(START)
    expect(listener.bar).to_be_hidden()


def test_keys_do_what_the_buttons_do_unless_turned_off(page: Page, listener: Listener) -> None:
    page.goto(START)
    listener.start()
    first, second = [one["text"] for one in listener.utterances[:2]]
    page.keyboard.press("Alt+Shift+L")
    listener.heard(second)
    page.keyboard.press("Alt+Shift+J")
    listener.heard(first)
    page.keyboard.press("Alt+Shift+K")
    listener.is_("paused")
    page.keyboard.press("l")
    listener.is_("paused")
    listener.bar.locator("summary").click()
    listener.wish("keys").click()
    page.reload()
    page.keyboard.press("Alt+Shift+K")
    expect(listener.bar).not_to_have_attribute("data-state", "loading")
    listener.press("read")


def test_headphones_and_lock_screens_have_its_buttons(page: Page, listener: Listener) -> None:
    page.goto(START)
    listener.start()
    second = listener.utterances[1]["text"]
    media = "navigator.mediaSession"
    assert page.evaluate(f"[{media}.playbackState, {media}.metadata.title]") == ["playing", page.title()]
    page.evaluate("void window.yorisoi.media.nexttrack()")
    listener.heard(second)
    page.evaluate("void window.yorisoi.media.pause()")
    listener.is_("paused")
    assert page.evaluate(f"{media}.playbackState") == "paused"
    page.evaluate("void window.yorisoi.media.play()")
    listener.is_("reading")


def test_somewhere_else_is_read_from_its_own_beginning(page: Page, listener: Listener) -> None:
    page.goto(START)
    listener.start()
    onward(page).click()
    expect(page.locator("form#answer")).to_be_visible()
    listener.is_("idle")
    assert page.evaluate("CSS.highlights.size") == 0
    listener.press("read")
    assert listener.sounding["text"] in page.locator("main").inner_text()


def test_a_language_without_a_voice_of_ours_is_read_by_the_telephones_own(page: Page, listener: Listener) -> None:
    page.add_init_script(OWN_VOICE)
    page.goto("/tl/kasumigahama/reading")
    listener.start()
    page.wait_for_function("() => window.own.length")
    assert page.evaluate("window.own") == [["fil_PH", page.locator("h1").inner_text()]]
    assert not [one.url for one in listener.fetched if OF_A_SENTENCE.search(one.url)], "nothing is waited for"
    assert not listener.bar.locator("[download]").count()


def test_where_nobody_speaks_a_language_the_page_says_so(page: Page, listener: Listener) -> None:
    page.goto("/tl/kasumigahama/reading")
    page.locator(OPENER).click()
    expect(listener.told).to_have_text(words_for("tl")(VOICELESS))
    listener.is_("paused")
