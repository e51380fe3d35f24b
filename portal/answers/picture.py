"""Making an uploaded picture safe and small: what it is by its content, turned upright, without where and when.

Pictures come out as JPEG; a PDF is kept as it is. Sizes are bounded before anything is unpacked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pi_heif
from PIL import Image, ImageFilter, ImageOps, ImageStat

from portal.answers.answer_type import Problem, Problems
from portal.answers.photo import BLURRED, DARK
from portal.language.words import Say, say

LONGEST = 2000
"""Pixels of the longer side afterwards; the letters of an identity card stay readable."""
MOST_PIXELS = 50_000_000
"""Most pixels unpacked at once, about 400 MB with what the formats need beside; phones have up to 50 million."""
MOST_JPEG_PIXELS = 250_000_000
"""JPEG is unpacked at a fraction of its size, so that the largest cameras (200 million) pass."""
MOST_WEBP_PIXELS = 25_000_000
"""WebP is unpacked three times over."""
QUALITY = 85
JUDGED = 600
"""Pixels of the longer side from which on a picture is judged; smaller ones are no photos of a page."""
DIM = 45
"""Mean brightness of 255 below which a page is hard to read: a page at a fifth of its light has 43."""
SOFT = 7
"""Strength of the sharpest edges below which letters run together: a page out of focus by three pixels has 4 to 9,
a sharp one 45 to 65 (standard deviation of the Laplacian, 1000 pixels wide, in the sharpest tenth of the picture)."""
EDGES = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
TILES = 8
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
PDF = b"%PDF-"

pi_heif.register_heif_opener(thumbnails=False)
Image.MAX_IMAGE_PIXELS = None  # this file holds the bound: Pillow's own would only warn


@dataclass(frozen=True)
class Picture:
    """What is kept of an upload, and what the eye would say of it (DARK, BLURRED)."""

    content: bytes
    media_type: str
    amiss: tuple[str, ...] = ()


def clean(content: bytes, limit: int) -> Picture:
    """The picture or PDF worth keeping. Raises Problems for what is too big, broken or something else.

    `limit` is the most bytes of the upload.
    """
    if not content:
        raise _problem(say("選んだものの中身がありません。もう一度、写真をとるか、選び直してください。"))
    if len(content) > limit:
        megabytes = max(1, limit // 1_000_000)
        large = say("写真が大きすぎます。もっと小さい写真を選んでください。{n}メガバイトまでです。", n=megabytes)
        raise _problem(large)
    if PDF in content[:1024]:
        return _pdf(content)
    try:
        return _jpeg(content)
    except (OSError, ValueError, SyntaxError, RuntimeError, ArithmeticError, EOFError, KeyError, IndexError):
        raise _problem(_UNREADABLE) from None


def _jpeg(content: bytes) -> Picture:
    with Image.open(BytesIO(content), formats=FORMATS) as image:
        pixels = image.width * image.height
        if pixels > _most_pixels(image):
            raise _problem(say("写真が大きすぎます。カメラでとり直すか、小さい写真を選んでください。"))
        image.draft("RGB", (LONGEST, LONGEST))
        if image.width * image.height > MOST_PIXELS:
            raise _problem(_UNREADABLE)
        image.load()
        profile = image.info.get("icc_profile") if image.mode == "RGB" else None
        image.thumbnail((LONGEST, LONGEST))  # first small, then upright: turning makes a second picture
        upright = ImageOps.exif_transpose(image)
        kept, plain = BytesIO(), _on_white(upright)
        plain.save(kept, "JPEG", quality=QUALITY, optimize=True, icc_profile=profile)
        return Picture(kept.getvalue(), "image/jpeg", tuple(_amiss(plain)))


def _amiss(picture: Image.Image) -> Iterator[str]:
    if max(picture.size) < JUDGED:
        return
    grey = picture.convert("L")
    grey.thumbnail((1000, 1000))
    if ImageStat.Stat(grey).mean[0] < DIM:
        yield DARK
    edges = grey.filter(EDGES).crop((2, 2, grey.width - 2, grey.height - 2))  # the filter leaves the rim as it is
    across, down = edges.width // TILES, edges.height // TILES
    tiles = ((x * across, y * down, (x + 1) * across, (y + 1) * down) for x in range(TILES) for y in range(TILES))
    sharpest = sorted((ImageStat.Stat(edges.crop(tile)).stddev[0] for tile in tiles), reverse=True)[: TILES**2 // 10]
    if sum(sharpest) / len(sharpest) < SOFT:
        yield BLURRED


def _most_pixels(image: Image.Image) -> int:
    """How large it may be; a progressive JPEG is held whole before it is made small, like any other format."""
    if image.format in {"JPEG", "MPO"} and "progressive" not in image.info:
        return MOST_JPEG_PIXELS
    return MOST_WEBP_PIXELS if image.format == "WEBP" else MOST_PIXELS


def _on_white(image: Image.Image) -> Image.Image:
    """Without transparency, which JPEG does not know, and without anything but the picture."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGB", layer.size, "white")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    plain = image.convert("RGB")
    plain.info.clear()
    return plain


def _pdf(content: bytes) -> Picture:
    if b"%%EOF" not in content[-2048:] or b"/Encrypt" in content:
        raise _problem(say("この書類は開けませんでした。書類を写真にとって、その写真を選んでください。"))
    return Picture(content, "application/pdf")


def _problem(message: Say) -> Problems:
    return Problems(Problem("value", message))


_UNREADABLE = say("この写真は開けませんでした。もう一度とるか、ほかの写真を選んでください。")
