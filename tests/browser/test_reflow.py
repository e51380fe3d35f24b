"""Nobody has to scroll sideways: narrow screens and large letters together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.browser.resident import answer, onward, question, rested
from tests.journeys.benefit import SERVICE, TYPED
from tests.pseudo import LANGUAGE
from tests.serving import Server, serving

NARROW = {"phone turned": (320, 256), "small phone": (320, 640)}
PLACES = (
    *("/ja/", "/ja/kasumigahama/", "/ja/kasumigahama/preferences", "/ja/kasumigahama/accessibility"),
    *(f"{SERVICE}/", f"{SERVICE}/applicant-name"),
)
LONGER = tuple(place.replace("/ja/", f"/{LANGUAGE.code}/") for place in (*PLACES[:4], "/ja/kasumigahama/voice"))
WIDER = """() => {
  const page = document.documentElement, told = (it) => it.innerText.slice(0, 60);
  const inside = [...document.querySelectorAll("button, a, summary, label, legend, h1, h2, p, li, th, td, dt, dd")];
  const wide = inside.filter((it) => it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 1 && it.checkVisibility());
  return [...wide.map(told), ...(page.scrollWidth > page.clientWidth ? ["the page"] : [])];
}"""
"""What is wider than its own box."""
LINES = """(it) => {
  const lines = new Map(), range = document.createRange(), text = it.firstChild;
  for (let n = 0; n < text.data.length; n++) {
    range.setStart(text, n), range.setEnd(text, n + 1);
    const box = range.getBoundingClientRect();
    if (box.width) lines.set(box.top, (lines.get(box.top) ?? "") + text.data[n]);
  }
  return [...lines.values()].map((line) => line.trim());
}"""
"""What stands on each line of an element that holds nothing but text."""
LETTERS = ("100.standard.", "200.high.", "300.dark.")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a portal answers that speaks a language nobody does, too."""
    with serving(Server(tmp_path_factory.mktemp("portal"), module="tests.pseudo")) as server:
        yield server.address


@pytest.mark.parametrize(("size", "letters"), [*product(NARROW.values(), LETTERS)])
def test_nothing_is_cut_off_at_the_side(opened: Callable[..., Page], size: tuple[int, int], letters: str) -> None:
    page = opened(viewport={"width": size[0], "height": size[1]}, comfort=letters)
    page.goto(f"{SERVICE}/")
    onward(page).click()
    expect(question(page, f"{SERVICE}/filer")).to_be_visible()
    answer(page, TYPED["filer"])
    onward(page).click()
    expect(question(page, f"{SERVICE}/applicant-name")).to_be_visible()
    for path in PLACES:
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path} is {wide} px too wide"


@pytest.mark.parametrize(("letters", "headed"), [("100.standard.", True), ("300.standard.", False)])
def test_heads_of_columns_stand_above_columns_alone(opened: Callable[..., Page], letters: str, headed: bool) -> None:
    page = opened(viewport={"width": 1280, "height": 800}, comfort=letters)
    page.goto("/ja/kasumigahama/accessibility")
    table = page.locator(".checklist").first
    table.locator("..").locator("summary").click()
    first = table.locator("tbody tr").first.locator("th, td")
    tops = {cell.evaluate("it => it.getBoundingClientRect().top") for cell in first.all()}
    assert (len(tops) == 1) is headed
    assert (table.locator("thead").evaluate("it => it.clientWidth") > 1) is headed


@pytest.mark.parametrize("letters", ["100.standard.", "300.standard."])
def test_words_may_be_longer(opened: Callable[..., Page], letters: str) -> None:
    page = opened(viewport={"width": 320, "height": 640}, comfort=letters)
    service, wider = SERVICE.replace("/ja/", f"/{LANGUAGE.code}/"), {}
    for path in LONGER:
        page.goto(path)
        wider[path] = page.evaluate(WIDER)
    page.goto(f"{service}/")
    for step, typed in TYPED.items():
        rested(page)
        onward(page).click()
        expect(question(page, f"{service}/{step}")).to_be_visible()
        wider[step] = page.evaluate(WIDER)
        answer(page, typed)
    assert not {place: found for place, found in wider.items() if found}


def test_a_word_longer_than_a_line_is_parted_before_its_ending(opened: Callable[..., Page]) -> None:
    page = opened(comfort="300.standard.")
    page.goto("/ja/kasumigahama/nowhere")
    assert page.locator("h1").evaluate(LINES) == ["このページは", "見つかり", "ませんでした"]
    hours = page.locator("aside.help p").last.evaluate(LINES)
    assert hours == ["平日の", "午前8時", "30分から", "午後5時", "15分まで"], (
        "a time is not parted from its half of the day"
    )
    assert page.locator("footer a").last.evaluate(LINES) == ["ウェブアクセ", "シビリティ"]
