"""A receipt checked at its page: in the browser nothing leaves it; without script the town checks; both agree."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from a11y.checking import NO_ED25519
from portal.consent.inquiry.code import code_of
from portal.language.dates import JAPAN, minute_shown
from portal.language.words import words_for
from tests.browser.resident import onward
from tests.journeys.benefit import HOME, SERVICE, TYPED, pressing

PAGE = f"{HOME}/verify"
GENUINE, CHANGED = "この控えは、本物です。", "この控えは、本物だと言えません。"
NO_HASHES = """Object.defineProperty(crypto, "subtle", { value: undefined });"""
Open = Callable[..., Page]


def applied(page: Page) -> Any:
    """The whole bundle of an application just sent from this phone."""
    page.request.post(f"{SERVICE}/", form={"do": "begin"})
    for step, typed in TYPED.items():
        page.request.post(f"{SERVICE}/{step}", form={**typed, "do": "next"})
    page.request.post(f"{SERVICE}/consent", form=pressing(page.request.get(f"{SERVICE}/consent").text()))
    found = re.search(rf'href="({SERVICE}/bundle/[^"]+)"', page.request.get(f"{SERVICE}/done").text())
    assert found
    return page.request.get(found[1]).json()


def brought(page: Page, bundle: Any, head: str = "", at: str = PAGE) -> None:
    """The file chosen, the head of another day laid beside it, and the button pressed."""
    page.goto(at)
    if head:
        page.locator("main summary").click()
        page.locator("#older").fill(head)
    file = {"name": "yorisoi.json", "mimeType": "application/json", "buffer": json.dumps(bundle).encode()}
    page.locator("main [type=file]").set_input_files(file)
    page.locator('main [value="file"]').click()


def heading(page: Page, words: str) -> None:
    """The page says it first."""
    expect(page.locator("main h1")).to_have_text(words)
    expect(page).to_have_title(re.compile(f"^{re.escape(words)}"))


def test_a_file_is_checked_on_the_screen_and_goes_nowhere(page: Page) -> None:
    whole, sent = applied(page), list[Request]()
    page.goto(PAGE)
    expect(page.locator("#file-where")).to_contain_text("どこにも送りません")
    page.on("request", lambda request: sent.append(request))
    brought(page, whole)
    heading(page, GENUINE)
    expect(page.locator("main h1")).to_be_focused()
    expect(page.locator("main .rows")).to_contain_text("髙橋")
    expect(page.locator("main .rows")).to_contain_text("令和")
    expect(page.locator("main .proof .proven")).to_have_count(4)
    expect(page.locator("main .proof li")).to_have_count(4)
    assert not [one.url for one in sent if one.method != "GET" or one.post_data]
    read = page.evaluate("async () => (await import(document.querySelector('#player').dataset.player)).written()")
    assert GENUINE in read, "the page can be read aloud"
    assert "書いた内容は、本当のことです。" in read
    assert "髙橋" not in read, "but whose it is does not leave the screen for that either"
    page.locator("main a.second").click()
    heading(page, "控えが本物か、確かめる")
    expect(page.locator("#file-where")).to_contain_text("どこにも送りません")


def test_a_browser_that_does_not_know_the_language_tells_a_time_in_figures(opened: Open) -> None:
    page = opened()
    whole = applied(page)
    brought(page, whole, at=PAGE.replace("/ja/", "/ne/"))
    at = datetime.fromisoformat(whole["records"][0]["record"]["act"]["at"]).astimezone(JAPAN)
    expect(page.locator('main [data-told="at"] p')).to_have_text(f"{at:%Y-%m-%d %H:%M}")


@pytest.mark.parametrize("script", [True, False])
def test_with_script_and_without_the_verdict_is_the_same(opened: Open, script: bool) -> None:
    page = opened(java_script_enabled=script)
    whole = applied(page)
    code = code_of(whole)
    brought(page, whole)
    heading(page, GENUINE)
    genuine = page.locator("main .proof li").all_inner_texts()
    assert len(genuine) == 4
    pressed = minute_shown(datetime.fromisoformat(whole["records"][0]["record"]["act"]["at"]), words_for("ja"))
    expect(page.locator('main [data-told="at"] p')).to_have_text(pressed)
    whole["records"][0]["record"]["level"] = "L0"
    brought(page, whole)
    heading(page, CHANGED)
    expect(page.locator("main .failed")).to_have_text(["記録が変わっているか、役所の記録の列にないものです。"])
    expect(page.locator("main a[href^=tel]")).to_have_text("0000-00-0001")
    expect(page.locator("main .rows")).to_have_count(0)
    page.goto(PAGE)
    page.locator('main [name="number"]').fill(code)
    onward(page).click()
    heading(page, "この番号の記録は、役所にあります。")


def test_a_browser_that_knows_no_signatures_offers_the_towns_check(opened: Open) -> None:
    page = opened(comfort="300.standard.")
    page.add_init_script(NO_ED25519)
    brought(page, applied(page))
    heading(page, "変わったところは、見つかりません。署名は、まだ確かめていません。")
    expect(page.locator("main .left")).to_have_text("署名は、この機械では確かめられません。")
    page.get_by_role("button", name="役所で確かめる").click()
    heading(page, GENUINE)


def test_a_browser_that_knows_no_hashes_says_that_the_town_checks(opened: Open) -> None:
    page = opened()
    page.add_init_script(NO_HASHES)
    whole = applied(page)
    page.goto(PAGE)
    expect(page.locator("#file-where")).to_contain_text("役所に送って、確かめます。")
    brought(page, whole)
    heading(page, GENUINE)


def test_the_head_of_another_day_is_laid_beside_it_on_the_screen(opened: Open) -> None:
    first, page, sent = applied(opened())["checkpoint"], opened(), list[Request]()
    whole = applied(page)
    page.on("request", lambda request: sent.append(request))
    brought(page, whole, "これは、ちがいます。")
    expect(page.locator("main details [role=alert]")).to_contain_text("この文は、記録の頭ではありません。")
    expect(page.locator("#older")).to_be_focused()
    expect(page.locator("main details [role=alert]")).to_be_in_viewport()
    expect(page.locator("#older")).to_have_accessible_description(re.compile("この文は、記録の頭ではありません。"))
    brought(page, whole, first)
    heading(page, GENUINE)
    expect(page.locator("main .proof")).to_contain_text("とちゅうで作り直していません。")
    assert not [one.url for one in sent if one.method != "GET" or one.post_data], "only two sizes are asked for"
