"""The network is cut after a service was opened: it is there, and heard, as it was kept; then all is forgotten."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.listener import AWAKE, Listener
from tests.browser.resident import onward
from tests.journeys.benefit import HOME, SERVICE

LEFT = """async () => ({
  bases: (await indexedDB.databases()).length, shelves: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  local: localStorage.length, session: sessionStorage.length,
})"""
"""Every storage a page can reach."""
SOUNDING = """async () => {
  const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return all.flat().some(({ url }) => url.endsWith(".mp3"));
}"""
"""The first sound is kept."""
STYLED = """() => Promise.all(
  Array.from(document.querySelectorAll("link[rel=stylesheet]"), async ({ href }) => !!(await caches.match(href))))"""
"""Every style sheet of the page is kept."""
SENT = "() => ['[]', null].includes(localStorage.getItem('yorisoi-waiting'))"
"""Nothing waits to be sent."""
FILLED = """() => new Promise((done) => {
  localStorage.setItem("a", "b");
  sessionStorage.setItem("a", "b");
  indexedDB.open("a").onsuccess = ({ target }) => { target.result.close(); done(); };
})"""


OTHERS = """async () => { for (const n of [1, 2, 3, 4]) await caches.open(`service /ja/town/${n}/`); }"""
"""As many other services as are kept beside one."""


def test_the_service_opened_longest_ago_goes_first(page: Page) -> None:
    for service in (SERVICE, SERVICE, f"{HOME}/juminhyo"):
        page.goto(f"{service}/")
        expect(page.locator(".stored")).to_be_visible()
        page.evaluate(OTHERS)
    kept = page.evaluate("caches.keys()")
    assert f"service {SERVICE}/kept.json" in kept
    assert len([name for name in kept if name.startswith("service ")]) == 5 + 1, "one was put there again"


def test_a_service_is_there_without_a_network_and_gone_when_it_is_to_be(opened: Callable[..., Page]) -> None:
    page = opened("150.dark..on")
    listener = Listener(page)
    page.goto(f"{SERVICE}/")
    expect(page.locator(".stored")).to_be_visible()
    page.wait_for_function(SOUNDING, timeout=AWAKE)
    onward(page).click()
    page.locator("form#answer").wait_for()
    page.wait_for_function(SENT)
    page.context.set_offline(True)
    page.goto(f"{HOME}/")
    page.locator(f'main a[href="{SERVICE}/"]').click()
    expect(page.locator("main[data-kept] h1")).to_have_text("特別給付金を受けとる")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"  # it has its style
    assert page.locator("html").get_attribute("data-text") == "150"
    listener.press("read")
    assert listener.address.startswith("/speech/")
    page.goto(f"{SERVICE}/filer")  # somebody's own page is kept nowhere
    expect(page.locator("h1")).to_have_text("いまは、つながりません")
    page.context.set_offline(False)
    onward(page).click()
    page.locator("form#answer").wait_for()
    page.evaluate(FILLED)
    page.goto(f"{HOME}/device")
    expect(page.locator(".stored")).to_be_visible()
    page.context.set_offline(True)
    onward(page).click()
    expect(page.locator("main [role=alert]")).to_contain_text("まだ、消していません")
    assert 0 not in page.evaluate(LEFT).values(), "not half of it"
    page.context.set_offline(False)
    onward(page).click()
    expect(page.locator("h1")).to_have_text("このスマホから消しました")
    assert page.evaluate(LEFT) == dict.fromkeys(("bases", "shelves", "workers", "local", "session"), 0)
    assert page.context.cookies() == []


BEGUN = {"Sec-Fetch-Site": "same-origin"}


def test_the_second_time_the_first_page_stands_at_once_and_is_looked_at_behind(page: Page) -> None:
    page.goto(f"{SERVICE}/")
    ready = page.locator(f'.live[data-ahead="{SERVICE}/"]')
    ready.wait_for(state="attached")
    page.reload()
    ready.wait_for(state="attached")  # sooner than it is kept anew
    assert page.locator('script[src*="/fresh."]').count() == 1, "as it was kept"
    expect(page.locator("main[data-kept]")).to_have_count(0)
    expect(onward(page)).to_have_attribute("value", "begin")
    onward(page).click()
    page.locator("form#answer").wait_for()
    page.wait_for_function(SENT)
    page.goto(f"{SERVICE}/")
    assert page.locator('script[src*="/fresh."]').count() == 0, "something has left this telephone"
    expect(onward(page)).to_have_text("続きから書く")
    page.context.clear_cookies()
    page.reload()
    expect(page.locator(".stored")).to_be_visible()
    page.request.post(f"{SERVICE}/", form={"do": "begin"}, headers=BEGUN)  # the worker knows nothing of it
    page.reload()
    expect(onward(page)).to_have_text("続きから書く")
    assert page.locator('script[src*="/fresh."]').count() == 0, "as the server shows it"


@pytest.mark.parametrize(
    ("language", "comfort", "beside"), [("ja", "100.standard....on", "rt"), ("vi", "100.standard...on", ".beside")]
)
def test_what_stands_beside_the_words_is_kept_with_them(
    opened: Callable[..., Page], language: str, comfort: str, beside: str
) -> None:
    page, home, service = opened(comfort), *(path.replace("/ja/", f"/{language}/") for path in (HOME, SERVICE))
    page.goto(f"{service}/")
    ready = page.locator(f'.live[data-ahead="{service}/"]')
    ready.wait_for(state="attached")
    page.reload()
    ready.wait_for(state="attached")
    assert page.locator('script[src*="/fresh."]').count() == 1, "as it was kept"
    expect(page.locator("main[data-kept]")).to_have_count(0)  # and as the network has it
    page.context.set_offline(True)
    page.goto(f"{home}/")
    expect(page.locator(f"main[data-kept] {beside}").first).to_be_visible()
    assert page.evaluate(STYLED) == [True] * page.locator("link[rel=stylesheet]").count()
