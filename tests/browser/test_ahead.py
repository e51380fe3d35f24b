"""Answers sent behind: the next question stands at once as it was kept, and the server has the last word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

from portal.web.assets import Assets
from tests.bench.browser import SLOW
from tests.browser.resident import ARMED, answer, onward, question, receipt, seal
from tests.browser.stored import WAITING
from tests.journeys.benefit import SERVICE, TYPED
from tests.waiting import until

READY = f'.live[data-ahead="{SERVICE}/"]'
NO_NETWORK, NOBODY = "まだ送っていません。電波が戻ったら送ります。", "まだ送っていません。つながったら送ります。"
TWO_KEYS = """async ([script, service]) => {
  const { fresh, put, unsealed, waitingOf } = await import(script), keys = [await fresh(), await fresh()];
  const form = (n) => ({ url: service, body: new URLSearchParams({ n }) });
  await Promise.all(keys.map((key, n) => put(service, { key, told: {} }, [form(n)])));
  const read = async (form) => new TextDecoder().decode(await unsealed(form.key, form));
  return Promise.all((await waitingOf(service)).map(read));
}"""

BEGINS = """async ([script, service]) => {
  const { Tunnel } = await import(script), marks = { all: () => [], add() {}, delete() {} }, form = new FormData();
  const tunnel = new Tunnel({ page() {}, again() {} }, marks), left = () => [tunnel.typed.size, tunnel.ahead.half.size];
  for (const memory of [tunnel.typed, tunnel.ahead.half]) memory.set(`${service}applicant-name`, form);
  form.append("do", "begin");
  return [left(), await tunnel.take(service, form, form, new Map(), false), left()];
}"""
"""What one window remembers of what was typed, before and after an application is begun in it."""
EMPTY = """async (service) => {
  const left = async () => (await waitingOf(service)).length;
  for (let tries = 0; tries < 500 && (await left()); tries += 1) await new Promise((done) => setTimeout(done, 20));
  return left();
}"""
"""How much waits in the end, as the worker sees it."""


def ids(event: Mapping[str, Any]) -> list[str]:
    """The service workers that a browser tells of."""
    return [one["registrationId"] for one in event["registrations"]]


def opened(page: Page) -> Page:
    """The service's first page, once its questions are kept on this telephone."""
    page.goto(f"{SERVICE}/")
    page.locator(READY).wait_for(state="attached")
    return page


@contextmanager
def held(context: BrowserContext) -> Iterator[list[Route]]:
    """Every form stays on its way until this is left; what was closed meanwhile never arrives."""
    forms: list[Route] = []
    holding = True

    def hold(route: Route) -> None:
        if holding and route.request.method == "POST":
            forms.append(route)
        else:
            route.continue_()

    context.route("**/kyufukin/**", hold)
    yield forms
    holding = False
    for route in forms:
        if not route.request.frame.page.is_closed():
            route.continue_()


def drained(page: Page) -> None:
    """Come back when nothing waits any more."""
    page.wait_for_function("() => localStorage.getItem('yorisoi-waiting') === '[]'")
    assert page.evaluate(WAITING) == 0


def beforehand(request: Request, typed: str) -> bool:
    """Whether the server is asked what would follow, and with this."""
    return "x-beforehand" in request.headers and typed in (request.post_data or "")


def on(page: Page, step: str, following: str, typed: Mapping[str, str] | None = None) -> None:
    """Answer a question, and come back at the next."""
    answer(page, TYPED[step] if typed is None else typed)
    onward(page).click()
    question(page, f"{SERVICE}/{following}").wait_for()


def test_a_choice_is_sent_behind_and_becomes_the_same_application(page: Page) -> None:
    opened(page)
    with held(page.context) as forms:
        onward(page).click()
        question(page, f"{SERVICE}/filer").wait_for()
        on(page, "filer", "applicant-name")
        place = page.locator("main .way span").inner_text()
        assert page.evaluate(WAITING) == 2
        until(lambda: page.evaluate("null") or forms, what="the first form to leave")
        assert len(forms) == 1, "in order, one at a time"
        assert len(forms[0].request.headers["x-asked"]) == 64, "it says in which version's words it was asked"
    drained(page)
    assert page.locator("main .waiting").count() == 0
    expect(page.locator('[name="family"]')).to_have_attribute("autocomplete", "family-name")
    assert place in page.evaluate("fetch(location).then((answer) => answer.text())"), "as the server counts"
    for step, following in pairwise([*TYPED][1:]):
        on(page, step, following)
    answer(page, TYPED["identity-way"])
    onward(page).click()
    page.locator(f'main a.go[href="{SERVICE}/consent"]').click()
    seal(page).press("Enter")
    page.locator(ARMED).press("Enter")
    receipt(page).wait_for()


def test_on_a_slow_line_what_follows_is_at_hand_when_it_is_typed(page: Page) -> None:
    line = page.context.new_cdp_session(opened(page))
    line.send("Network.emulateNetworkConditions", dict(SLOW))
    onward(page).click()
    question(page, f"{SERVICE}/filer").wait_for()
    on(page, "filer", "applicant-name")
    drained(page)  # or the last answer of the server that is known might be one from before the line was slow
    whole = urlencode({"given_kana": TYPED["applicant-name"]["given_kana"]})
    with page.expect_response(lambda answer: beforehand(answer.request, whole)):  # a slow hand is asked for more often
        answer(page, TYPED["applicant-name"])
    with held(page.context):
        onward(page).click()
        question(page, f"{SERVICE}/birth-date").wait_for()
        assert page.evaluate(WAITING) == 1
    drained(page)
    page.goto(f"{SERVICE}/applicant-name")
    expect(page.locator('[name="family"]')).to_have_value("髙橋")


@pytest.mark.parametrize("steps", [[], ["filer"]], ids=["begun", "answered"])
def test_what_was_put_by_is_sent_though_the_page_was_closed(page: Page, steps: list[str]) -> None:
    opened(page)
    with held(page.context):
        onward(page).click()
        question(page, f"{SERVICE}/filer").wait_for()
        for step in steps:
            on(page, step, "applicant-name")
        page.close()
    again = page.context.new_page()
    again.goto(f"{SERVICE}/")
    expect(again.locator("main .waiting")).to_have_text("待っていた答えを、送りました。")
    expect(again.locator("h1")).to_have_text("特別給付金を受けとる")  # whoever opened it may be somebody else
    drained(again)
    onward(again).click()
    question(again, f"{SERVICE}/{'applicant-name' if steps else 'filer'}").wait_for()
    expect(again.locator("main .waiting")).to_have_text("待っていた答えを、送りました。")


def test_an_answer_whose_reply_was_lost_is_sent_once_more(page: Page) -> None:
    opened(page)
    onward(page).click()
    question(page, f"{SERVICE}/filer").wait_for()
    drained(page)

    def lost(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/kyufukin/filer", lost)
    on(page, "filer", "applicant-name")
    expect(page.locator("main .waiting")).to_have_text(NOBODY)
    page.unroute("**/kyufukin/filer")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("main .waiting")).to_have_text("待っていた答えを、送りました。")
    drained(page)
    on(page, "applicant-name", "birth-date")


def test_what_the_server_refuses_comes_back_and_nothing_typed_is_lost(page: Page) -> None:
    opened(page)
    onward(page).click()
    question(page, f"{SERVICE}/filer").wait_for()
    drained(page)
    page.evaluate("""document.querySelector('[name=value][value=self]').value = 'nobody'""")
    with held(page.context):
        page.locator('[name="value"][value="nobody"]').check(force=True)
        onward(page).click()
        question(page, f"{SERVICE}/applicant-name").wait_for()
        page.locator('[name="family"]').fill("髙橋")
    drained(page)
    expect(page.locator('[name="family"]')).to_have_value("髙橋")  # nobody is taken away from what they type
    onward(page).click()
    expect(page.locator(".summary")).to_be_focused()
    on(page, "filer", "applicant-name")
    expect(page.locator('[name="family"]')).to_have_value("髙橋")


def test_the_server_leads_on_where_another_window_was_quicker(page: Page) -> None:
    opened(page)
    onward(page).click()
    question(page, f"{SERVICE}/filer").wait_for()
    drained(page)
    other = page.context.new_page()
    other.goto(f"{SERVICE}/filer")
    on(other, "filer", "applicant-name")
    on(other, "applicant-name", "birth-date")
    with held(page.context):
        on(page, "filer", "applicant-name")
    question(page, f"{SERVICE}/birth-date").wait_for()
    expect(page.locator("main .waiting")).to_have_text("待っていた答えを、送りました。")


def test_what_waits_is_sent_with_every_page_closed(page: Page, address: str) -> None:
    opened(page)
    page.context.set_offline(True)
    onward(page).click()
    on(page, "filer", "applicant-name")
    expect(page.locator("main .waiting")).to_have_text(NO_NETWORK)
    (worker,), nobody = page.context.service_workers, page.context.new_page()
    told: list[str] = []
    for line in (lines := [page.context.new_cdp_session(one) for one in (page, nobody)]):
        line.on("ServiceWorker.workerRegistrationUpdated", lambda event: told.extend(ids(event)))
        line.send("ServiceWorker.enable")
    while not told:
        page.evaluate("new Promise(requestAnimationFrame)")
    page.close()
    page.context.set_offline(False)
    sync = {"origin": address, "registrationId": told[0], "tag": "yorisoi", "lastChance": False}
    lines[1].send("ServiceWorker.dispatchSyncEvent", sync)
    assert worker.evaluate(EMPTY, f"{SERVICE}/") == 0
    nobody.goto(f"{SERVICE}/")
    onward(nobody).click()
    question(nobody, f"{SERVICE}/applicant-name").wait_for()


def test_two_windows_that_begin_at_a_time_lose_nothing(page: Page) -> None:
    page.goto("/ja/")
    assert page.evaluate(TWO_KEYS, [Assets().path("tunnel.js"), f"{SERVICE}/"]) == ["n=0", "n=1"]


def test_a_window_remembers_nothing_for_whoever_begins_next(page: Page) -> None:
    page.goto("/ja/")
    before, taken, after = page.evaluate(BEGINS, [Assets().path("tunnel.js"), f"{SERVICE}/"])
    assert (before, taken, after) == ([1, 1], False, [0, 0])
