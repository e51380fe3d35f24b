"""How pages behave under the hand: focus, titles, errors, Enter. Whole ways are gone in a11y/checks."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.resident import answer, onward, question, seal
from tests.journeys.benefit import SERVICE, TYPED

LARGE = 56
"""CSS pixels; WCAG 2.2 asks for 24 (AA) or 44 (AAA)."""
PRESSED = "main :is(button, a.go, a.second, label:has(input), input[type=text]), header :is(summary, button)"
FOCUSED = "document.activeElement"


def asked(page: Page, step: str) -> None:
    """The question stands there."""
    expect(question(page, f"{SERVICE}/{step}")).to_be_visible()


def up_to(page: Page, last: str) -> None:
    """Answer everything before a question, or everything for the review."""
    page.goto(f"{SERVICE}/")
    onward(page).click()
    for step in TYPED:
        asked(page, step)
        if step == last:
            return
        answer(page, TYPED[step])
        onward(page).click()
    expect(page.locator(f'main a.go[href="{SERVICE}/consent"]')).to_be_visible()


def test_the_next_page_is_announced_by_title_and_focus(page: Page) -> None:
    up_to(page, "filer")
    before = page.title()
    answer(page, TYPED["filer"])
    onward(page).click()
    asked(page, "applicant-name")
    assert page.title() != before
    assert page.evaluate(f"{FOCUSED}.tagName") == "H1"
    assert page.title().startswith(page.locator("h1").inner_text().split("\n")[0].removesuffix("必須").strip())
    assert page.evaluate("scrollY") == 0


def test_an_error_is_named_and_leads_to_its_box(page: Page) -> None:
    up_to(page, "applicant-name")
    page.locator('[name="family"]').fill("髙橋")
    onward(page).click()
    expect(page.locator("main .summary")).to_be_focused()
    assert page.title().startswith("エラー: ")
    links = page.locator("main .summary a")
    expect(page.locator('main [aria-invalid="true"]')).to_have_count(links.count())
    links.first.click()
    assert page.evaluate(f"{FOCUSED}.getAttribute('aria-invalid')") == "true"
    expect(page.locator('[name="family"]')).to_have_value("髙橋")


def test_enter_in_a_box_means_next(page: Page) -> None:
    up_to(page, "phone")
    page.locator('[name="value"]').fill(TYPED["phone"]["value"])
    page.locator('[name="value"]').press("Enter")
    asked(page, "account-place")


def test_what_most_people_open_next_is_fetched_while_they_read(page: Page) -> None:
    with page.expect_request_finished(lambda request: request.url.endswith("/consent")):
        up_to(page, "review")
    page.context.set_offline(True)
    onward(page).click()
    seal(page).wait_for()
    page.context.set_offline(False)
    page.route("**/consent", lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed"):
        page.go_back()
    onward(page).click()
    seal(page).wait_for()


def test_nobody_else_hears_of_the_visit(page: Page) -> None:
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    up_to(page, "review")
    assert hosts == {page.url.split("/")[2]}


def test_whatever_is_pressed_is_large_enough(page: Page) -> None:
    up_to(page, "account-place")
    for path in ("account-place", "applicant-name", "birth-date"):
        page.goto(f"{SERVICE}/{path}")
        page.locator("header details").evaluate_all("all => all.forEach((it) => { it.open = true; })")
        heights = page.locator(PRESSED).evaluate_all("all => all.map((it) => [it.outerHTML, it.offsetHeight])")
        assert heights
        assert not [(html[:90], height) for html, height in heights if 0 < height < LARGE]
