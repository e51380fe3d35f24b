"""A clerk answers a case in a real browser, by the keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import update

from portal.accounts.staff import person as people
from portal.accounts.staff import session
from portal.cases.case import opened as opened_case
from portal.cases.letters.department import to_department
from portal.preferences import COOKIE
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database, rows
from tests.cases.given import KASUMIGAHAMA, sent
from tests.serving import Server, serving

AGENT = "the clerk's browser"
DESK, CASES = "/desk/kasumigahama", "/desk/kasumigahama/cases"
PORTAL = "https://portal.example"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the portal keeps everything."""
    return tmp_path_factory.mktemp("portal")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where it answers."""
    with serving(Server(folder)) as server:
        yield server.address


def come(folder: Path, *names: str) -> list[str]:
    """Applications of these people arrive: what is mailed of them."""
    database, keys = Database(Settings(var=folder).database), Keys.load(folder / "keys")
    with database.writing() as db:
        cases = [opened_case(db, keys, sent(key=name, applicant=name), datetime.now(UTC)) for name in names]
    database.close()
    return [to_department(case, KASUMIGAHAMA, PORTAL).text for case in cases]


def clerk(folder: Path) -> str:
    """What the browser of somebody who decides holds."""
    database, keys, now = Database(Settings(var=folder).database), Keys.load(folder / "keys"), datetime.now(UTC)
    me = people.new("990019", "佐藤 恵", {"welfare": frozenset({"approver"})}, now)
    with database.writing() as db:
        people.add(db, keys, me)
        people.join(db, me, now)
        token = session.begin(db, keys, me, session.browser_of(keys, AGENT), now)
    database.close()
    return token


def rested(folder: Path, **time: float) -> None:
    """Nobody has used the desk for so long."""
    database, kept = Database(Settings(var=folder).database), rows(session.StaffSessionRow)
    with database.writing() as db:
        db.execute(update(kept).values(seen=datetime.now(UTC) - timedelta(**time)))
    database.close()


def test_from_the_queue_to_the_answer(folder: Path, address: str, opened: Callable[..., Page]) -> None:
    page = opened(user_agent=AGENT)
    page.context.add_cookies([{"name": "yorisoi_desk", "value": clerk(folder), "url": address}])
    come(folder, "一人目", "二人目")
    page.goto(CASES)
    key, focused = page.keyboard.press, page.locator(":focus")
    expect(page.locator("[data-keys-switch]")).to_have_text("文字のキーを使わない", use_inner_text=False)
    first, second = page.locator(".cases b").all_inner_texts()[:2]
    key("?")
    expect(page.locator("#keys")).to_have_attribute("open", "")
    key("j")
    expect(focused).to_contain_text(first)
    key("j")
    expect(focused).to_contain_text(second)
    key("k")
    key("Enter")
    expect(page.locator("main h1")).to_have_text(f"{first.partition(' ')[0]}さんの申し込み")
    for label, choice in (("進める", "#to"), ("決める", "#end")):
        page.locator(choice).focus()
        key("Space")
        key("Tab")
        expect(focused).to_have_text(label)
        key("Enter")
        expect(page.locator("main [role=status]").first).to_contain_text("本人は、様子のページで読めます")
    expect(page.locator("main")).to_contain_text("もう進める先はありません")
    page.goto(CASES)
    page.locator("#q").focus()
    page.keyboard.type("kj?")
    expect(page.locator("#q")).to_have_value("kj?")


def test_from_the_mail_to_the_answer(folder: Path, address: str, opened: Callable[..., Page]) -> None:
    page = opened(user_agent=AGENT)
    page.context.add_cookies([{"name": "yorisoi_desk", "value": clerk(folder), "url": address}])
    (mail,) = come(folder, "手紙の人")
    page.goto(next(line for line in mail.splitlines() if line.startswith(PORTAL)).removeprefix(PORTAL))
    expect(page.locator("main h1")).to_have_text("手紙の人さんの申し込み")
    page.locator("#to").focus()
    for pressed in ("Space", "Tab", "Enter"):
        page.keyboard.press(pressed)
    expect(page.locator("main [role=status]").first).to_contain_text("本人は、様子のページで読めます")


def test_a_picture_is_turned_and_enlarged_in_place(folder: Path, address: str, opened: Callable[..., Page]) -> None:
    page = opened(user_agent=AGENT)
    page.context.add_cookies([{"name": "yorisoi_desk", "value": clerk(folder), "url": address}])
    come(folder, "写真の人")
    page.goto(CASES)
    case = page.locator(".cases a", has_text="写真の人").get_attribute("href")
    page.goto(f"{case}/files/f1/picture")
    picture, key = page.locator(".looked"), page.keyboard.press
    page.locator("#back").focus()
    for turn in ("270", "180"):
        key("Enter")
        expect(picture).to_have_attribute("data-turn", turn)
    expect(page.locator("#back")).to_be_focused()
    page.locator("#size-2").focus()
    key("Enter")
    expect(page.locator("#size-2")).to_have_attribute("aria-current", "true")
    expect(page.locator("#size-1")).not_to_have_attribute("aria-current", "true")
    page.reload()
    expect(picture).to_have_attribute("data-turn", "180")
    expect(picture).to_have_attribute("data-size", "2")
    page.get_by_role("link", name="写真の人さんの申し込みへもどる").click()
    expect(page.locator("main h1")).to_have_text("写真の人さんの申し込み")


def test_a_case_that_comes_is_told_of_politely(folder: Path, address: str, opened: Callable[..., Page]) -> None:
    page = opened(user_agent=AGENT)
    page.context.add_cookies([{"name": "yorisoi_desk", "value": clerk(folder), "url": address}])
    page.clock.install()
    page.goto(CASES)
    told = page.locator("[data-news] p")
    with page.expect_response("**/news"):
        page.clock.run_for(61_000)
    expect(told).to_be_hidden()
    come(folder, "あとの人")
    page.clock.run_for(61_000)
    expect(told).to_be_visible()
    told.get_by_role("link").click()
    expect(page.locator(".cases")).to_contain_text("あとの人")


def test_the_letter_keys_can_be_switched_off(folder: Path, address: str, opened: Callable[..., Page]) -> None:
    page = opened(user_agent=AGENT)
    page.context.add_cookies([{"name": "yorisoi_desk", "value": clerk(folder), "url": address}])
    come(folder, "だれか")
    page.goto(CASES)
    page.keyboard.press("?")
    page.get_by_role("button", name="文字のキーを使わない").click()
    page.reload()
    expect(page.locator("[data-keys-switch]")).to_have_text("文字のキーを使う", use_inner_text=False)
    page.keyboard.press("j")
    expect(page.locator(".cases a:focus")).to_have_count(0)
    sent = """() => {
        let sent = 0;
        addEventListener("submit", (event) => { sent += !event.defaultPrevented; event.preventDefault(); });
        const form = document.querySelector("main form");
        for (const _ of [1, 2]) form.requestSubmit();
        return sent;
    }"""
    assert page.evaluate(sent) == 1, "a hand that trembles presses once"


def test_in_the_largest_letters_the_way_through_the_work_can_be_read(
    folder: Path, address: str, opened: Callable[..., Page]
) -> None:
    page = opened(user_agent=AGENT, comfort="300.standard.", viewport={"width": 360, "height": 740})
    page.context.add_cookies([{"name": "yorisoi_desk", "value": clerk(folder), "url": address}])
    come(folder, "大きな字の人")
    page.goto(CASES)
    size, left = "it => parseFloat(getComputedStyle(it).fontSize)", "it => it.getClientRects()[0].left"
    date = page.locator(".cases span.whole").first
    assert page.locator(".places a").first.evaluate(size) > 1.5 * page.locator(".town").evaluate(size)
    assert date.evaluate(left) == date.locator("..").evaluate(left)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_a_wide_screen_a_case_takes_two_columns_where_its_letters_have_room(
    folder: Path, address: str, opened: Callable[..., Page]
) -> None:
    page = opened(user_agent=AGENT, viewport={"width": 1280, "height": 800})
    page.context.add_cookies([{"name": "yorisoi_desk", "value": clerk(folder), "url": address}])
    come(folder, "広い画面の人")
    left = "it => it.getBoundingClientRect().left"
    for letters, columns in (("100", 2), ("300", 1)):
        page.context.add_cookies([{"name": COOKIE, "value": f"{letters}.standard.", "url": address}])
        page.goto(CASES)
        parts = page.locator(".cases li:first-child a > *").all()
        assert len({part.evaluate(left) for part in parts}) == columns
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.locator("#q").fill("広い画面の人")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("^さがす – 見つかった申し込み：1件 – "))


def test_before_the_desk_closes_it_says_so_in_every_window_and_one_press_goes_on(
    folder: Path, address: str, opened: Callable[..., Page]
) -> None:
    page = opened(user_agent=AGENT)
    page.context.add_cookies([{"name": "yorisoi_desk", "value": clerk(folder), "url": address}])
    come(folder, "手紙を待つ人")
    page.clock.install()
    other = page.context.new_page()
    page.goto(CASES)
    page.locator(".cases a", has_text="手紙を待つ人").click()
    letter = page.locator("main textarea").first
    letter.evaluate(
        "(it) => { for (let on = it; on; on = on.parentElement) if (on.localName === 'details') on.open = true; }"
    )
    letter.press_sequentially("書きかけの")
    other.goto(f"{DESK}/counter")
    for choice, button in (("kyufukin", "はじめる"), ("self", "次へ")):
        other.locator(f"main [value={choice}]").check()
        other.locator("main").get_by_role("button", name=button).click()
    other.get_by_role("button", name="はい、合っています").click()
    name = other.locator("[name=family]")
    name.press_sequentially("髙")
    notices = [window.locator("[data-rest]") for window in (page, other)]
    for press in (lambda: other.keyboard.press("Escape"), page.get_by_role("button", name="続ける").click):
        rested(folder, minutes=28, seconds=30)
        page.clock.fast_forward("28:30")
        for notice in notices:
            expect(notice).to_contain_text("あと約2分で、机が閉じます。")
        expect(notices[0].get_by_role("alert")).to_contain_text("書いたことは残ります。")
        expect(letter).to_be_focused()
        page.keyboard.type("手紙")
        other.keyboard.type("橋")
        press()
        for notice in notices:
            expect(notice).to_be_hidden()
        expect(letter).to_be_focused()
        expect(name).to_be_focused()
    rested(folder, minutes=31)
    page.clock.fast_forward("28:30")
    for notice in notices:
        expect(notice).to_contain_text("机が閉じました。")
    expect(letter).to_have_value("書きかけの手紙手紙")
    expect(name).to_have_value("髙橋橋")
