"""One sees where to press and where to write: boxes, buttons and round marks have an edge, links a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PIL import Image
from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.memory import is_new
from a11y.picture import NOTHING, VISIBLE, Box, contrast, picture
from a11y.seen import from_top, on_screen, script, told

OUTSIDE, INSIDE = 3, 8
"""CSS pixels: how far from the edge one looks, on each side of it."""


def look(page: Page, _state: State) -> Iterator[str]:
    """Controls whose edge cannot be seen in a picture of the page, one of each kind that was not met on this walk; and
    links without a line."""
    with from_top(page):
        found = told(page, script("edges"))
        new = {n for n, (kind, *_) in enumerate(found["boxes"]) if is_new(page, "edges", kind)}
        found, shown = still(page) if new else (found, NOTHING)
    yield from found["bare"]
    for name, box, round_ in (found["boxes"][n][1:] for n in sorted(new)):
        if missing := [side for side, points in sides(Box(*box), round_) if not seen(shown, points)]:
            yield f"{name} has no edge of {VISIBLE}:1 at its {', '.join(missing)}"


def still(page: Page) -> tuple[dict[str, Any], Image.Image]:
    """Where the controls are, and a picture taken while none of them moved, e.g. for a photo that was still loading."""
    found, shown = told(page, script("edges")), picture(page)
    while (again := told(page, script("edges"))) != found:
        found, shown = again, picture(page)
    return found, shown


def sides(box: Box, round_: bool) -> Iterator[tuple[str, list[list[tuple[float, float]]]]]:
    """Lines across each side, from outside inwards; for something round one line, in the middle."""
    along = (0.5,) if round_ else (0.3, 0.5, 0.7)
    for side in ("left", "right", "top", "bottom"):
        inwards = 1 if side in ("left", "top") else -1
        edge = getattr(box, side)
        deep = [edge + inwards * step for step in range(-OUTSIDE, INSIDE)]
        if side in ("left", "right"):
            yield side, [[(x, box.top + (box.bottom - box.top) * part) for x in deep] for part in along]
        else:
            yield side, [[(box.left + (box.right - box.left) * part, y) for y in deep] for part in along]


def seen(shown: Image.Image, lines: list[list[tuple[float, float]]]) -> bool:
    """Whether most lines meet a colour that stands out from the one outside."""
    met = 0
    for line in lines:
        colours: list[Any] = [
            shown.getpixel((int(x), int(y))) for x, y in line if 0 <= x < shown.width and 0 <= y < shown.height
        ]
        met += any(contrast(colours[0], colour) >= VISIBLE for colour in colours[1:])
    return 2 * met > len(lines)


PALE = "document.querySelector('main input[type=text]').style.borderColor = '%s'"
CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.1", "1.4.11"),
    look=look,
    at=on_screen,
    faults=(
        Fault("a pale box", PALE % "#bbb"),
        Fault("a box that forgets the dark", PALE % "#333", variant=Variant(look="dark")),
        Fault("a box with a line under it only", PALE % "transparent transparent #333 transparent"),
        Fault("a link without a line", "document.querySelector('footer a').style.textDecoration = 'none'"),
        Fault(
            "a button that is a colour only",
            "document.querySelector('main .go').style.cssText ="
            " 'border: 0; forced-color-adjust: none; background: #eee'",
            variant=Variant(look="forced-colors"),
        ),
        Fault(
            "a pale round button",
            "document.querySelector('main input[type=radio]').style.cssText ="
            " 'appearance: none; border: 2px solid #ccc; border-radius: 50%'",
        ),
    ),
)
