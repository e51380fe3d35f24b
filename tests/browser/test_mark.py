"""The mark in a real browser: held down, tapped twice, pressed by keys; a slip of the hand sends nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.resident import ARMED, RECEIPT, RESTED, rested, seal
from tests.journeys.benefit import SERVICE, TYPED

AGAIN = "もう一度、押してください"
CLOCK = """() => {
  globalThis.moment = performance.now();
  Object.defineProperty(Event.prototype, "timeStamp", { get: () => globalThis.moment });
}"""
"""The hand has a clock of its own, which goes on only here: how quick the machine is makes no difference."""
MEANS = """async (path) => (await (await fetch(path)).json()).records[0].record.act.means"""


def before_the_act(page: Page) -> Page:
    """Everything answered; the page of the act."""
    page.request.post(f"{SERVICE}/", form={"do": "begin"})
    for step, typed in TYPED.items():
        page.request.post(f"{SERVICE}/{step}", form={**typed, "do": "next"})
    page.goto(f"{SERVICE}/consent")
    return page


def means(page: Page) -> str:
    """By which means the record says it was done."""
    number = page.locator(RECEIPT).inner_text()
    return str(page.evaluate(MEANS, f"{SERVICE}/bundle/{number}/open"))


def at_ones_own_time(page: Page) -> Page:
    """The hand's clock stands still until it is moved."""
    page.evaluate(CLOCK)
    return page


def hold(page: Page, milliseconds: int, x: int = 90, y: int = 90) -> None:
    """The finger goes down on the mark and is lifted that much later by its own clock, there or elsewhere."""
    page.evaluate(
        """([wait, x, y]) => {
          const mark = document.querySelector("main button.press");
          mark.scrollIntoView({ block: "center", behavior: "instant" });
          const box = mark.getBoundingClientRect();
          const at = (clientX, clientY) => ({ bubbles: true, cancelable: true, isPrimary: true, clientX, clientY });
          mark.dispatchEvent(new PointerEvent("pointerdown", at(box.left + 90, box.top + 90)));
          globalThis.moment += wait;
          mark.dispatchEvent(new PointerEvent("pointerup", at(box.left + x, box.top + y)));
        }""",
        [milliseconds, x, y],
    )


def test_held_down_it_is_the_act_at_once(page: Page) -> None:
    hold(at_ones_own_time(before_the_act(page)), 900)
    page.locator(RECEIPT).wait_for()
    assert means(page) == "hold"


def test_let_go_of_elsewhere_or_too_early_it_is_nothing(page: Page) -> None:
    at_ones_own_time(before_the_act(page))
    hold(page, 900, y=400)
    hold(page, 50)
    expect(seal(page)).to_have_attribute("value", "press")
    assert not page.locator(RECEIPT).count()


@pytest.mark.parametrize("script", [True, False])
def test_two_taps_are_the_act_and_one_is_not(opened: Callable[..., Page], script: bool) -> None:
    page = before_the_act(opened(java_script_enabled=script))
    seal(page).tap()
    page.locator(ARMED).wait_for()
    expect(page.locator("main h1")).to_have_text(AGAIN)
    if script:
        rested(page)
    page.locator(ARMED).tap()
    page.locator(RECEIPT).wait_for()
    if script:
        assert means(page) == "two_taps"


def test_the_first_press_asks_nobody_and_the_second_takes_all_along(page: Page) -> None:
    before_the_act(page)
    title, height = page.title(), page.evaluate("history.length")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.post_data or request.url))
    page.context.set_offline(True)
    seal(page).tap()
    expect(page.locator("main h1")).to_have_text(AGAIN)
    expect(page.locator("main h1")).to_be_focused()
    assert page.title() == title.replace(title.partition(" – ")[0], AGAIN)
    assert page.evaluate("[history.length, scrollY]") == [height, 0]
    assert asked == []
    page.context.set_offline(False)
    rested(page)
    page.locator(ARMED).tap()
    page.locator(RECEIPT).wait_for()
    assert [sorted(re.findall(r"(\w+)=", sent)) for sent in asked] == [["do", "means", "pressed", "seen"]]


def test_a_shaking_hand_sends_nothing_however_often_it_taps(page: Page) -> None:
    at_ones_own_time(before_the_act(page)).evaluate(
        """(often) => { for (let n = 0; n < often; n++) {
          const mark = document.querySelector("main button.press");
          mark.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
        } }""",
        4,
    )
    seal(page).dblclick()
    page.locator("main .pair a").first.tap()
    page.locator(ARMED).wait_for()
    expect(page.locator("main h1")).to_have_text(AGAIN)
    rested(page)  # the browser counts taps by the machine's clock
    page.evaluate("(rested) => { moment += rested; }", RESTED)
    page.locator("main .pair a").first.tap()
    expect(seal(page)).to_have_attribute("value", "press")


def test_by_keys_it_means_the_same(page: Page) -> None:
    seal(before_the_act(page)).focus()
    page.keyboard.press("Enter")
    page.locator(ARMED).wait_for()
    expect(page.locator("main h1")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(ARMED)).to_be_focused()
    page.keyboard.press("Space")
    page.locator(RECEIPT).wait_for()
    assert means(page) == "keyboard"
