"""A photo as a phone takes it: a card with writing on it, sharp and in good light, or else."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter


@cache
def photo(name: str = "HANAKO", blur: float = 0, light: float = 1) -> bytes:
    """A small JPEG of somebody's card, out of focus by some pixels, in some of its light."""
    content, card = BytesIO(), Image.new("RGB", (640, 480), "#f4f4f0")
    pen = ImageDraw.Draw(card)
    for line in range(30, 450, 40):
        pen.text((40, line), f"YAMADA {name}  1935-04-01  1-1 CHIYODA", fill="#1b1b1f", font_size=24)
    taken = card.filter(ImageFilter.GaussianBlur(blur)).point(lambda value: int(value * light))
    taken.save(content, "JPEG")
    return content.getvalue()
