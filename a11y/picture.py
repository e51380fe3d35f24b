"""A page as a picture: colours at places, and what changed between two pictures of one place."""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from io import BytesIO
from math import ceil, floor
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import Page

Colour = tuple[int, int, int]
NOTHING = Image.new("RGB", (0, 0))
VISIBLE = 3.0
"""Contrast that whatever is not text needs (WCAG 2.2, 1.4.11)."""


class Box(NamedTuple):
    """A place on the page, CSS pixels from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def around(self) -> float:
        """The length of its outline."""
        return 2 * (self.right - self.left + self.bottom - self.top)

    def grown(self, by: float) -> Box:
        """The place and a margin around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def within(self, width: float, height: float) -> Box:
        """What of it lies on a page of this size, in whole pixels."""
        right, bottom = min(width, ceil(self.right)), min(height, ceil(self.bottom))
        return Box(max(0, floor(self.left)), max(0, floor(self.top)), right, bottom)


def picture(page: Page, place: Box | None = None) -> Image.Image:
    """The whole page, or a place on it, one pixel for one CSS pixel."""
    wish: dict[str, Any] = {}
    if place:
        width, height = place.right - place.left, place.bottom - place.top
        wish["clip"] = {"x": place.left, "y": place.top, "width": width, "height": height}
    stood = page.evaluate("[scrollX, scrollY]")
    content = page.screenshot(full_page=True, scale="css", caret="initial", **wish)
    page.evaluate("(stood) => scrollTo(...stood)", stood)
    return Image.open(BytesIO(content)).convert("RGB")


@cache
def light(colour: Colour) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = [c / 255 for c in colour]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """WCAG's contrast ratio, 1 to 21."""
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def changed(before: Image.Image, after: Image.Image, least: float = VISIBLE) -> int:
    """How many pixels differ with at least this contrast."""
    pairs = Counter(zip(_pixels(before), _pixels(after), strict=True))
    return sum(
        n for (one, other), n in pairs.items() if one != other and contrast(_colour(one), _colour(other)) >= least
    )


def most(image: Image.Image) -> Colour:
    """The colour that covers most of it."""
    return _colour(Counter(_pixels(image)).most_common(1)[0][0])


def strongest(image: Image.Image) -> float:
    """The highest contrast of anything in it to what covers most of it."""
    ground = most(image)
    return max(contrast(ground, _colour(pixel)) for pixel in set(_pixels(image)))


def _pixels(image: Image.Image) -> memoryview[int]:
    """Each pixel as one number, which is quicker to count than three."""
    return memoryview(image.convert("RGBX").tobytes()).cast("I")


def _colour(pixel: int) -> Colour:
    red, green, blue, _ = pixel.to_bytes(4, sys.byteorder)
    return red, green, blue
