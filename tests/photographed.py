"""A photo as a phone takes it: a card with writing on it, sharp and in good light, or else; or a bank book."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from portal.typesetting.document import FONTS


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


@cache
def passbook(words: str = "普通預金通帳") -> bytes:
    """A small JPEG of an open bank book that nobody has, with these words on top."""
    content, book = BytesIO(), Image.new("RGB", (800, 560), "#eef3ea")
    pen, font = ImageDraw.Draw(book), str(FONTS / "BIZUDGothic-Regular.ttf")
    pen.rectangle((24, 24, 776, 536), outline="#3f6f56", width=4)
    pen.text((56, 52), words, fill="#1b1b1f", font=ImageFont.truetype(font, 44))
    for n, line in enumerate(("かすみがはま銀行　みなと支店", "店番号　999　口座番号　0000000", "ヤマダ　ハナコ　様")):
        pen.text((56, 160 + n * 84), line, fill="#1b1b1f", font=ImageFont.truetype(font, 36))
        pen.line((56, 214 + n * 84, 744, 214 + n * 84), fill="#3f6f56", width=2)
    book.save(content, "JPEG", quality=80)
    return content.getvalue()
