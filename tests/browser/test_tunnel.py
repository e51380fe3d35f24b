"""A form filled in a tunnel: the network goes after the first page, the browser is restarted, and one case arrives."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from portal import municipalities
from portal.catalogue.load import load
from portal.web.assets import Assets
from tests.browser.resident import ARMED, answer, onward, question, receipt, seal
from tests.browser.stored import FULL, KEPT, NO_BASE, WAITING, phone
from tests.catalogue.test_conditions import ANSWERS, VECTORS
from tests.journey.test_path import WAYS
from tests.journeys.benefit import SERVICE, TYPED
from tests.resident.test_household import TARO
from tests.serving import Server, serving

STEPS = [*TYPED]
WITH_PHOTO = {
    **{step: TYPED[step] for step in STEPS[:5]},
    "filer": {"value": "family"},
    "everybody": {"value": "yes"},  # who is in the family takes several pages, and so the network: it is asked last
    **{step: TYPED[step] for step in STEPS[5:]},
    "identity-way": {"value": "now"},
    "identity-photo": {"value": ""},
    "passbook-photo": {"value": ""},
}
HALF = "とちゅうまで書いたものがあります。"
CHOSEN = """async ([script, vectors, answers, ways]) => {
  const { holds, onWay } = await import(script);
  return [
    vectors.map(([when]) => holds(when, (id) => answers[id] ?? null)),
    ways.map(({ questions, choices }) => onWay(questions, choices).map(({ key }) => key)),
  ];
}"""


def filled(page: Page, steps: dict[str, Any]) -> None:
    """Answer question by question, each on its own page."""
    for step, typed in steps.items():
        question(page, f"{SERVICE}/{step}").wait_for()
        expect(page.locator(".waiting")).to_have_text("まだ送っていません。電波が戻ったら送ります。")
        answer(page, typed)
        if "photo" in step:
            page.locator("main canvas").wait_for()
        onward(page).click()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A portal of its own."""
    folder = tmp_path / "portal"
    folder.mkdir()
    with serving(Server(folder)) as started:
        yield started


def test_a_form_filled_without_a_network_becomes_one_case(browser: Browser, tmp_path: Path, server: Server) -> None:
    steps = list((WITH_PHOTO | {"phone": {"value": "12"}}).items())
    with phone(browser, tmp_path / "phone", server) as context:
        page = context.new_page()
        page.goto(f"{SERVICE}/")
        expect(page.locator(".stored")).to_be_visible()
        context.set_offline(True)
        onward(page).click()
        filled(page, dict(steps[:5]))
        question(page, f"{SERVICE}/{steps[5][0]}").wait_for()
    with phone(browser, tmp_path / "phone", server) as context:
        page = context.new_page()
        page.add_init_script("Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })")
        context.set_offline(True)
        page.goto(f"{SERVICE}/")
        expect(page.locator("main [role=status]").first).to_have_text(HALF)
        onward(page).click()
        question(page, f"{SERVICE}/{steps[5][0]}").wait_for()
        onward(page).click()  # nothing chosen: asked again here
        expect(page.locator(".cut")).to_be_visible()
        filled(page, dict(steps[5:]))
        filled(page, {"email": {"value": ""}})
        expect(page.locator("h1")).to_have_text("まだ送っていません")
        assert cases(server) == 0
        page.evaluate("localStorage.clear()")  # a browser that was killed had not yet written it
        context.set_offline(False)
        expect(page.locator(".summary")).to_contain_text(
            "電話番号"
        )  # what the server could not read is asked once more
        expect(page.locator('[name="value"]')).to_have_value("12")
        answer(page, TYPED["phone"])
        onward(page).click()
        page.locator('main button[value="add"]').click()
        question(page, f"{SERVICE}/members/p1").wait_for()
        answer(page, TARO)
        onward(page).click()
        page.locator('main button[value="done"]').click()
        expect(page.locator(f'main a.go[href="{SERVICE}/consent"]')).to_be_visible()
        expect(page.locator("main")).to_contain_text("髙橋")
        onward(page).click()
        seal(page).press("Enter")
        page.locator(ARMED).press("Enter")
        receipt(page).wait_for()
        assert page.evaluate("localStorage.getItem('yorisoi-waiting')") == "[]"
        kept = page.evaluate(KEPT)
        assert "特別給付金" in kept
        assert not [own for own in ("髙橋", "花子", "太郎") if own in kept], "nothing of a person"
    assert cases(server) == 1


OURS = {"Cross-Origin-Resource-Policy": "same-origin"}


def refused(route: Route, *, answer: dict[str, Any]) -> None:
    """Answer in the portal's place."""
    route.fulfill(body="<main>", **answer)


def test_what_waits_stays_until_the_portal_has_it(page: Page) -> None:
    page.goto(f"{SERVICE}/")
    expect(page.locator(".stored")).to_be_visible()
    page.context.set_offline(True)
    onward(page).click()
    question(page, f"{SERVICE}/filer").wait_for()
    answer(page, {"value": "self"})
    onward(page).click()
    question(page, f"{SERVICE}/applicant-name").wait_for()
    assert page.evaluate(WAITING) == 2
    told = page.locator(".waiting")
    instead: dict[str, Any] = {}
    # One route for all: the browser may tell of the network twice, and the second try comes when it likes.
    page.route("**/kyufukin/**", partial(refused, answer=instead))
    closed = {**OURS, "Content-Location": f"{SERVICE}/"}
    later, never = "まだ送っていません。つながったら送ります。", "待っていた答えは、送れませんでした"
    rows = ((403, {}, later), (429, OURS, later), (503, OURS, later), (404, OURS, never), (200, closed, never))
    for status, headers, words in rows:
        instead.update(status=status, headers=headers)
        with page.expect_response(re.compile("/kyufukin/$")):
            page.context.set_offline(False)
            page.evaluate("dispatchEvent(new Event('online'))")
        expect(told).to_contain_text(words)
        assert page.evaluate(WAITING) == 2
    page.unroute("**/kyufukin/**")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(told).to_have_text("待っていた答えを、送りました。")
    assert page.evaluate(WAITING) == 0


def test_somebody_else_begins_anew_on_the_same_telephone(page: Page) -> None:
    page.goto(f"{SERVICE}/")
    expect(page.locator(".stored")).to_be_visible()
    onward(page).click()
    for step, following in pairwise(["filer", "applicant-name", "birth-date", "address"]):
        page.context.set_offline(step == "birth-date")
        answer(page, TYPED[step])
        onward(page).click()
        question(page, f"{SERVICE}/{following}").wait_for()
    page.goto(f"{SERVICE}/")
    expect(page.locator("main [role=status]").first).to_have_text(HALF)
    page.get_by_role("button", name="はじめから書く").tap()
    question(page, f"{SERVICE}/filer").wait_for()
    expect(page.locator("main")).not_to_contain_text("髙橋")
    answer(page, {"value": "self"})
    onward(page).click()
    question(page, f"{SERVICE}/applicant-name").wait_for()
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".waiting")).to_have_text("待っていた答えを、送りました。")
    assert page.evaluate(WAITING) == 0
    page.goto(f"{SERVICE}/applicant-name")
    expect(page.locator('[name="family"]')).to_have_value("")


def test_a_line_that_hangs_is_cut(page: Page) -> None:
    # Nothing is kept on this telephone, so that the answer cannot be put by.
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })")
    page.goto(f"{SERVICE}/")
    onward(page).click()
    answer(page, {"value": "self"})
    page.clock.install()
    page.route("**/kyufukin/**", lambda route: None)
    with page.expect_request("**/kyufukin/**"):
        onward(page).click()
    page.clock.fast_forward(31_000)
    expect(page.locator(".cut")).to_contain_text("書いたものは、この画面に残っています")
    page.unroute_all(behavior="ignoreErrors")


@pytest.mark.parametrize("without", [NO_BASE, FULL], ids=["in private", "with a full storage"])
def test_where_nothing_can_be_put_by_it_stays_on_the_screen(page: Page, without: str) -> None:
    page.add_init_script(without)
    page.goto(f"{SERVICE}/")
    expect(page.locator(".stored")).to_be_visible()
    onward(page).click()
    question(page, f"{SERVICE}/filer").wait_for()
    page.wait_for_function("() => ['[]', null].includes(localStorage.getItem('yorisoi-waiting'))")
    page.context.set_offline(True)
    answer(page, {"value": "self"})
    onward(page).click()
    expect(page.locator(".cut")).to_contain_text("書いたものは、この画面に残っています")
    expect(page.locator('[name="value"][value="self"]')).to_be_checked()
    page.context.set_offline(False)
    onward(page).click()
    question(page, f"{SERVICE}/applicant-name").wait_for()


def cases(server: Server) -> int:
    """How many have arrived."""
    with closing(sqlite3.connect(server.var / "yorisoi.sqlite")) as database:
        return int(database.execute("SELECT count(*) FROM cases").fetchone()[0])


def test_the_way_is_read_as_the_server_reads_it(page: Page) -> None:
    catalogue = load(municipalities.load().values())
    versions = [catalogue.version_on("990019", told["service"], date(2026, 11, 24)) for told in WAYS]
    ways = [
        {
            "choices": told["choices"],
            "questions": [{"key": q.id, "when": q.when} for q in version.source.questions if not q.each],
        }
        for told, version in zip(WAYS, versions, strict=True)
        if version
    ]
    page.goto("/ja/")
    held, found = page.evaluate(CHOSEN, [Assets().path("tunnel.js"), VECTORS, ANSWERS, ways])
    assert held == [wanted for _, wanted in VECTORS]
    assert found == [told["way"] for told in WAYS]
