"""One's turn where many people come: nothing moves, it is said once, taken by a press and never by itself."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from a11y.elsewhen import answered
from a11y.problem import Came, shown
from tests.browser.resident import onward, question
from tests.journeys.benefit import SERVICE

TURN = f"{SERVICE}/turn"


def test_the_turn_comes_and_is_taken_by_a_press(page: Page) -> None:
    page.clock.install()
    came = answered({"crowd": 3}, TURN, page)
    shown(page, TURN, Came(came.status_code, came.headers, came.content))
    place, said = page.locator("main [data-turn]"), page.locator("main [role=status]")
    expect(place).to_have_text("あなたは、2番目です。あと2分くらいです。")
    expect(said).to_have_text("")
    onward(page).focus()
    page.clock.run_for(125_000)
    expect(said).to_have_text("順番が来ました。「はじめる」を押してください。")
    expect(page.locator("h1")).to_have_text("順番が来ました")
    expect(place).to_be_hidden()
    expect(onward(page)).to_be_focused()
    expect(onward(page)).to_have_text("はじめる")
    onward(page).click()
    question(page, f"{SERVICE}/filer").wait_for()
