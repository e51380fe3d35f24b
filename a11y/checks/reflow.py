"""Nobody has to scroll sideways on a narrow phone or at 400 % zoom."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State

NARROW = ({"width": 320, "height": 640}, {"width": 320, "height": 256})
"""CSS pixels; 320 × 256 is a desktop window of 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10)."""
WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll("body *")]
    .filter((it) => it.getBoundingClientRect().right > room + 0.5 && it.checkVisibility())
    .map((it) => `${it.outerHTML.slice(0, 80)} reaches ${Math.round(it.getBoundingClientRect().right)} px`);
}"""


def look(page: Page, _state: State) -> Iterator[str]:
    """What reaches over the edge."""
    before = page.viewport_size
    for size in NARROW:
        page.set_viewport_size(size)
        yield from (f"at {size['width']} × {size['height']}: {it}" for it in page.evaluate(WIDE))
    if before:
        page.set_viewport_size(before)


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.10",),
    look=look,
    at=lambda state: state.variant.look != "print",
    faults=(Fault("a box wider than the phone", "document.querySelector('main input').style.width = '400px'"),),
)
