"""Hands for a page in Chromium: one points and types, one has only keys, one is a thick finger."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from a11y.passage import BOXES, Box, Stuck
from tests.browser.resident import ARMED, PHOTO, SEAL, rested

FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Until the page has been drawn anew."""
SAME = "it => it === document.activeElement"
STOPS = """() => [...document.querySelectorAll("a[href], button, input, textarea, select, summary, [tabindex]")]
  .filter((it) => it.tabIndex >= 0 && it.checkVisibility()).length"""
CORNERS = ("left top", "right bottom", "left bottom", "right top")
INSIDE = 2
"""CSS pixels from the edge that a finger may be off to the inside."""
CORNER = """async (it, [corner, inside]) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const place = () => {
    const box = it.getBoundingClientRect(), [side, end] = corner.split(" "), most = Math.min(box.width, box.height) / 2;
    const told = getComputedStyle(it).getPropertyValue(`border-${end}-${side}-radius`);
    const round = Math.min(told.endsWith("%") ? parseFloat(told) / 100 * box.width : parseFloat(told) || 0, most);
    const off = round * (1 - Math.SQRT1_2) + inside;
    return [side === "left" ? box.left + off : box.right - off, end === "top" ? box.top + off : box.bottom - off];
  };
  it.scrollIntoView({ block: "center", behavior: "instant" });
  scrollBy({ top: place()[1] - innerHeight / 2, behavior: "instant" });
  for (let before; before !== String(place()); await frame()) before = String(place());
  return place();
}"""
"""The point inside a corner once nothing moves any more; where it is rounded, inside the round."""


TYPED = """() => {
  const found = {};
  for (const it of document.querySelectorAll("main form [name]:is(input, textarea, select)"))
    if (it.type === "file") found[it.name] = [...it.files].map((file) => file.name).join();
    else if (!["radio", "checkbox"].includes(it.type)) found[it.name] = it.value;
    else if (it.checked) found[it.name] = it.value;
  return found;
}"""
"""What stands in the boxes now."""


class Pointer:
    """Points at things and types."""

    def __init__(self, page: Page, *, script: bool = True) -> None:
        """`script`: whether the portal's scripts run on this page."""
        self.page, self._script = page, script

    def open(self, path: str) -> None:
        self.page.goto(path)

    def here(self) -> str:
        return urlsplit(self.page.url).path

    def boxes(self) -> Mapping[str, Box]:
        return {part: Box(*told) for part, told in self.page.evaluate(BOXES).items()}

    def words(self, there: str) -> str:
        found = self.page.locator(there)
        return found.first.inner_text().strip() if found.count() else ""

    def typed(self) -> dict[str, str]:
        """What stands in the boxes of the form, and what is picked."""
        return dict(self.page.evaluate(TYPED))

    def write(self, part: str, text: str) -> None:
        self.box(part).fill(text)

    def pick(self, part: str, value: str) -> None:
        self.press(f'main label:has(input[name="{part}"][value="{value}"])')

    def tick(self, part: str) -> None:
        self.press(f'main label:has(input[name="{part}"])')

    def attach(self, part: str) -> None:
        self.box(part).set_input_files(PHOTO)
        self.shrunk()

    def follow(self, there: str) -> None:
        self.mark()
        if self._script:
            rested(self.page)
        self.press(there)
        self.arrived()

    def at_hand(self, there: str) -> bool:
        """Whether what comes of a press is there already: of the mark's first, of what most people follow."""
        fetched = self.page.locator(there).first.get_attribute("data-ahead") is not None
        return fetched or (there == SEAL and not self.page.locator(ARMED).count())

    def press(self, there: str) -> None:
        """Press what is there."""
        self.page.locator(there).first.click()

    def shrunk(self) -> None:
        """Come back when a photo just given has been made small."""
        if self._script:
            self.page.locator("main canvas").wait_for()

    def box(self, part: str) -> Locator:
        """The first box of a part."""
        return self.page.locator(f'main [name="{part}"]').first

    def mark(self) -> None:
        """Remember the page that stands there."""
        self.page.evaluate("document.querySelector('main').dataset.seen = 'yes'")

    def arrived(self) -> None:
        """Come back when another page than the marked one stands there."""
        self.page.locator("main:not([data-seen])").wait_for()


class Keys(Pointer):
    """Tab, Shift and Tab, Space, Enter, arrows and letters; never points at anything."""

    def press(self, there: str) -> None:
        self.reach(self.page.locator(there).first)
        self.page.keyboard.press("Enter")

    def pick(self, part: str, value: str) -> None:
        wanted = self.page.locator(f'main input[name="{part}"][value="{value}"]')
        group = self.page.locator(f'main input[name="{part}"]').all()
        self.reach(*group)
        self.page.keyboard.press("Space")
        for _ in group:
            if wanted.evaluate(SAME):
                return
            self.page.keyboard.press("ArrowDown")
        raise Stuck(f"no arrow leads to {value} of {part}")

    def tick(self, part: str) -> None:
        self.reach(self.box(part))
        self.page.keyboard.press("Space")

    def write(self, part: str, text: str) -> None:
        self.reach(self.box(part))
        self.page.keyboard.insert_text(text)

    def attach(self, part: str) -> None:
        with self.page.expect_file_chooser() as chosen:  # before the way there: it takes a moment until it is watched
            self.reach(self.box(part))
            self.page.keyboard.press("Space")
        chosen.value.set_files(PHOTO)
        self.shrunk()

    def reach(self, *wanted: Locator) -> None:
        """Tab until one of them has the focus; the way there is never longer than once around the page."""
        for _ in range(self.page.evaluate(STOPS) + 2):
            if any(it.evaluate(SAME) for it in wanted):
                return
            self.page.keyboard.press("Tab")
        raise Stuck(f"the Tab key never gets to {wanted[0].evaluate('it => it.outerHTML')[:120]}")


class Finger(Pointer):
    """Taps just inside a corner of what it means, and writes.

    Another corner each time: two taps on one spot in a blink are a shaking hand's, and the second is held back.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._corners = cycle(CORNERS)

    def press(self, there: str) -> None:
        self.tap(self.page.locator(there).first)

    def write(self, part: str, text: str) -> None:
        self.tap(self.box(part))
        self.page.keyboard.insert_text(text)

    def attach(self, part: str) -> None:
        with self.page.expect_file_chooser() as chosen:
            self.tap(self.box(part))
        chosen.value.set_files(PHOTO)
        self.shrunk()

    def tap(self, there: Locator) -> None:
        """Tap just inside a corner."""
        x, y = there.evaluate(CORNER, [next(self._corners), INSIDE])
        self.page.touchscreen.tap(x, y)
