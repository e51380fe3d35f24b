"""Reading aloud when more is asked of it: from answer to answer, with errors, without sound, in private."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.listener import OPENER, Listener
from tests.browser.resident import answer, onward, question
from tests.journeys.benefit import HOME, SERVICE, TYPED
from tests.waiting import until

SILENT = "いまは声を出せません。少したってから、「読み上げる」を押してください。急ぐときは、電話してください。"
KEPT = "yorisoi-listen"


def begun(page: Page, listener: Listener, step: str = "filer") -> None:
    """At a question, everything before it answered, with the bar open and silent."""
    page.goto(f"{SERVICE}/")
    onward(page).click()
    for before in TYPED:
        expect(question(page, f"{SERVICE}/{before}")).to_be_visible()
        if before == step:
            break
        answer(page, TYPED[before])
        onward(page).click()
    listener.start()
    listener.press("read", "paused")


def wished(page: Page, listener: Listener, name: str) -> None:
    """A wish in the panel, ticked or not any more."""
    listener.bar.locator("summary").click()
    listener.wish(name).click()
    listener.bar.locator("summary").click()


def texts(listener: Listener) -> list[str]:
    """What is said of the page that stands there."""
    return [one["text"] for one in listener.utterances]


def said(listener: Listener) -> list[str]:
    """The words of everything that has begun to sound on this page."""
    known = {one["src"].rpartition(".")[0]: one["text"] for script in listener.scripts for one in script["utterances"]}
    return [known[src.rpartition(".")[0]] for src in listener.said]


def test_the_answer_just_given_is_said_and_the_next_page_waits(page: Page, listener: Listener) -> None:
    begun(page, listener, "applicant-name")
    listener.hurry()
    answer(page, TYPED["applicant-name"])
    onward(page).click()
    expect(question(page, f"{SERVICE}/birth-date")).to_be_visible()
    until(lambda: any("髙橋" in text for text in said(listener)[1:]), what="the name to be read back")
    listener.is_("idle")
    assert page.locator("main h1").inner_text() not in said(listener)


def test_the_next_page_begins_by_itself_where_that_is_wished_for(page: Page, listener: Listener) -> None:
    begun(page, listener)
    wished(page, listener, "keep")
    listener.hurry()
    answer(page, TYPED["filer"])
    onward(page).click()
    expect(question(page, f"{SERVICE}/applicant-name")).to_be_visible()
    asked = page.locator("main h1").inner_text()
    until(lambda: any(asked.startswith(text) for text in said(listener)), what="the question to be read")
    assert any("わたし一人の分" in text for text in said(listener)), "the answer is read back first"


def test_what_is_amiss_is_said_first_and_only_that(page: Page, listener: Listener) -> None:
    begun(page, listener, "applicant-name")
    listener.hurry()
    before = len(listener.said)
    onward(page).click()
    expect(page.locator("main .summary")).to_be_focused()
    listener.is_("paused")
    heard = said(listener)[before:]
    for error in page.locator("main .summary li").all_inner_texts():
        assert "".join(error.split()) in "".join(heard)
    assert page.locator("main h1").inner_text() not in heard


def test_without_the_bar_nothing_is_said(page: Page, listener: Listener) -> None:
    begun(page, listener, "applicant-name")
    listener.tap("close")
    expect(listener.bar).to_be_hidden()
    before, asked = len(listener.said), len(listener.fetched)
    onward(page).click()
    expect(page.locator("main .summary")).to_be_focused()
    answer(page, TYPED["applicant-name"])
    onward(page).click()
    expect(question(page, f"{SERVICE}/birth-date")).to_be_visible()
    assert (len(listener.said), len(listener.fetched)) == (before, asked)


FAILING: dict[str, Callable[[Route], None]] = {
    "the line is cut": lambda route: route.abort(),
    "too much was asked": lambda route: route.fulfill(status=429),
    "the server is broken": lambda route: route.fulfill(status=500),
    "the voice is busy": lambda route: route.fulfill(status=503, headers={"Retry-After": "0"}),
    "what comes is no sound": lambda route: route.fulfill(status=200, content_type="audio/mpeg", body="no sound"),
}
SOUND = re.compile(r"/(speech|listen)/[^/]+\.(mp3|opus)$")


@pytest.mark.parametrize("fails", FAILING.values(), ids=FAILING)
def test_without_sound_it_says_so_and_can_be_asked_again(
    page: Page, listener: Listener, fails: Callable[[Route], None]
) -> None:
    page.goto(f"{SERVICE}/")
    page.route(SOUND, fails)
    page.locator(OPENER).click()
    expect(listener.told).to_have_text(SILENT)
    listener.is_("paused")
    assert page.evaluate("CSS.highlights.size") == 0
    page.unroute(SOUND)
    listener.press("read")
    expect(listener.told).to_have_text("")


def test_without_sound_the_pages_go_on_working(page: Page, listener: Listener) -> None:
    page.goto(f"{SERVICE}/")
    page.route(SOUND, FAILING["the server is broken"])
    page.locator(OPENER).click()
    expect(listener.told).to_have_text(SILENT)
    onward(page).click()
    expect(question(page, f"{SERVICE}/filer")).to_be_visible()
    expect(listener.told, "what was told of the page before").to_have_text("")
    answer(page, TYPED["filer"])
    onward(page).click()
    expect(question(page, f"{SERVICE}/applicant-name")).to_be_visible()
    expect(listener.told, "nor can the answer be read back").to_have_text(SILENT)


@pytest.mark.parametrize("status", [0, 429, 500])
def test_without_its_script_too(page: Page, listener: Listener, status: int) -> None:
    page.goto(f"{SERVICE}/")
    page.route("**/listen", lambda route: route.fulfill(status=status) if status else route.abort())
    page.locator(OPENER).click()
    expect(listener.told).to_have_text(SILENT)
    page.unroute("**/listen")
    listener.press("read")
    assert listener.sounding["text"] == page.locator("h1").inner_text()


def test_a_player_that_did_not_come_is_asked_for_again(page: Page, listener: Listener) -> None:
    page.goto(f"{SERVICE}/")
    page.route("**/static/listen.*.js", lambda route: route.abort())
    page.locator(OPENER).click()
    expect(listener.told).to_have_text(SILENT)
    page.unroute("**/static/listen.*.js")
    onward(page).click()
    expect(question(page, f"{SERVICE}/filer")).to_be_visible()


def test_what_is_personal_is_kept_by_nobody(page: Page, listener: Listener) -> None:
    begun(page, listener, "applicant-name")
    answer(page, TYPED["applicant-name"])
    listener.hurry()
    onward(page).click()
    expect(question(page, f"{SERVICE}/birth-date")).to_be_visible()
    until(lambda: any("花子" in text for text in said(listener)), what="the name to be read back")
    listener.is_("idle")
    personal, public = listener.answered(f"{HOME}/listen/"), listener.answered("/speech/")
    assert {one.headers["cache-control"] for one in personal} == {"no-store"}
    assert {one.headers["cache-control"] for one in public} == {"public, max-age=31536000, immutable"}
    assert page.evaluate("async () => (await caches.keys()).length") == 0
    kept = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    assert "花子" not in kept


def suffixes(listener: Listener) -> set[str]:
    """The kinds of the sounds that have begun."""
    return {src.rpartition(".")[2] for src in listener.said}


def test_opus_comes_only_where_it_was_played(page: Page, listener: Listener) -> None:
    page.goto(f"{HOME}/reading")
    listener.start()
    page.wait_for_function(f"() => JSON.parse(localStorage['{KEPT}'] ?? '{{}}').opus?.startsWith('yes')")
    page.goto(f"{SERVICE}/")
    listener.press("read")
    assert suffixes(listener) == {"opus"}


def test_without_proof_of_opus_all_is_mp3(page: Page, listener: Listener) -> None:
    page.route("**/trial.*.opus", lambda route: route.fulfill(status=200, content_type="audio/ogg", body="no sound"))
    page.goto(f"{HOME}/reading")
    listener.start()
    page.wait_for_function(f"() => JSON.parse(localStorage['{KEPT}'] ?? '{{}}').opus?.startsWith('no')")
    page.goto(f"{SERVICE}/")
    listener.press("read")
    assert suffixes(listener) == {"mp3"}


def test_opus_that_fails_after_all_is_given_up_for_good(page: Page, listener: Listener) -> None:
    page.goto(f"{HOME}/reading")
    page.evaluate(f"localStorage['{KEPT}'] = JSON.stringify({{ opus: `yes ${{navigator.userAgent}}` }})")
    page.reload()
    page.route("**/*.opus", lambda route: route.fulfill(status=200, content_type="audio/ogg", body="no sound"))
    listener.start()
    page.wait_for_function("() => document.querySelector('#player > audio').currentTime > 0")
    assert urlsplit(listener.address).path.endswith(".mp3")
    assert page.evaluate(f"JSON.parse(localStorage['{KEPT}']).opus").startswith("no ")


@pytest.mark.parametrize(("comfort", "least"), [("", 56), ("150.standard.", 76), ("300.dark.", 76)])
def test_every_button_is_large_enough(opened: Callable[..., Page], comfort: str, least: int) -> None:
    page = opened(comfort=comfort)
    page.goto(f"{SERVICE}/")
    listener = Listener(page)
    page.locator(OPENER).click()
    listener.bar.locator("summary").click()
    sizes = (
        "all => all.filter((it) => it.checkVisibility()).map((it) => [it.innerText, it.offsetWidth, it.offsetHeight])"
    )
    for words, width, height in listener.bar.locator("button, summary, label, a").evaluate_all(sizes):
        assert height >= least, words
        assert width >= 56, words


def test_without_script_the_whole_page_is_one_plain_sound(opened: Callable[..., Page]) -> None:
    page = opened(java_script_enabled=False)
    page.goto(f"{HOME}/reading")
    plain = page.locator("audio[controls]")
    expect(plain).to_be_visible()
    assert plain.get_attribute("preload") == "none"
    answer = page.request.get(plain.get_attribute("src") or "")
    assert (answer.status, answer.headers["content-type"]) == (200, "audio/mpeg")
    assert answer.headers["cache-control"] == "no-store"


def test_a_page_that_is_nowhere_is_heard_too(page: Page, listener: Listener) -> None:
    page.goto("/ja/no-such-town/")
    listener.start()
    assert texts(listener)[0] == "このページは見つかりませんでした"
