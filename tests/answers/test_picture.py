"""Uploads made safe and small."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFilter

from portal.answers.answer_type import Problems
from portal.answers.picture import LONGEST, clean
from portal.language.words import words_for

LIMIT = 15_000_000
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n"


def picture(form: str, size: tuple[int, int] = (300, 200), mode: str = "RGB", **more: Any) -> bytes:
    """A red picture in a file format."""
    content = BytesIO()
    Image.new(mode, size, "red").save(content, form, **more)
    return content.getvalue()


def opened(content: bytes, limit: int = LIMIT) -> Image.Image:
    """What is kept of an upload, as a picture."""
    kept = clean(content, limit)
    assert kept.media_type == "image/jpeg"
    return Image.open(BytesIO(kept.content))


def refusal(content: bytes, limit: int = LIMIT) -> str:
    """What is said of an upload that cannot be kept."""
    with pytest.raises(Problems) as caught:
        clean(content, limit)
    (problem,) = caught.value.found
    assert problem.part == "value"
    return words_for("ja")(problem.message)


TAKEN: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: picture("JPEG"),
    "grey JPEG": lambda: picture("JPEG", mode="L"),
    "printers' JPEG": lambda: picture("JPEG", mode="CMYK"),
    "PNG": lambda: picture("PNG"),
    "PNG with transparency": lambda: picture("PNG", mode="RGBA"),
    "PNG with a palette": lambda: picture("PNG", mode="P"),
    "PNG in black and white": lambda: picture("PNG", mode="1"),
    "deep PNG": lambda: picture("PNG", mode="I;16"),
    "WebP": lambda: picture("WEBP"),
}


@pytest.mark.parametrize("make", TAKEN.values(), ids=TAKEN.keys())
def test_what_phones_and_scanners_make_becomes_jpeg(make: Callable[[], bytes]) -> None:
    kept = opened(make())
    assert kept.format == "JPEG"
    assert kept.size == (300, 200)


def test_what_iphones_make_becomes_jpeg() -> None:
    content = (Path(__file__).parent / "red.heic").read_bytes()
    kept = opened(content)
    assert kept.size == (64, 64)
    assert kept.getpixel((32, 32)) > (200, 0, 0)
    assert b"Maker" in content
    assert b"Maker" not in clean(content, LIMIT).content


def test_what_it_is_counts_and_not_what_it_is_called() -> None:
    assert clean(picture("PNG"), LIMIT).media_type == "image/jpeg"


def test_where_and_when_are_forgotten_and_up_is_up() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by the camera
    exif[0x010F] = "Maker of the camera"
    exif.get_ifd(0x8825)[1] = "N"
    kept = opened(picture("JPEG", exif=exif, comment=b"a note"))
    assert kept.size == (200, 300)
    assert not kept.getexif()
    assert "comment" not in kept.info
    assert b"Maker" not in clean(picture("JPEG", exif=exif), LIMIT).content


def test_a_large_picture_becomes_smaller() -> None:
    assert max(opened(picture("JPEG", (5000, 3000))).size) == LONGEST
    assert max(opened(picture("PNG", (3000, 500))).size) == LONGEST


def test_nothing_is_made_larger() -> None:
    assert opened(picture("PNG", (10, 10))).size == (10, 10)


def test_transparency_becomes_white_paper() -> None:
    content = BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(content, "PNG")
    assert opened(content.getvalue()).getpixel((5, 5)) == (255, 255, 255)


def test_a_pdf_is_kept_as_it_is() -> None:
    kept = clean(PDF, LIMIT)
    assert (kept.content, kept.media_type) == (PDF, "application/pdf")


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is huge."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    made = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


REFUSED: dict[str, tuple[bytes, int, str]] = {
    "nothing": (b"", LIMIT, "中身がありません"),
    "more than the limit": (b"x" * 2_000_001, 2_000_000, "2メガバイトまで"),
    "a text": ("写真です".encode(), LIMIT, "開けませんでした"),
    "a web page": (b"<html><script>alert(1)</script></html>", LIMIT, "開けませんでした"),
    "half a picture": (picture("JPEG", (800, 800))[:2000], LIMIT, "開けませんでした"),
    "the beginning of a picture": (b"\x89PNG\r\n\x1a\n", LIMIT, "開けませんでした"),
    "a bomb": (bomb(60_000, 60_000), LIMIT, "写真が大きすぎます"),
    "a picture without pixels": (bomb(0, 10), LIMIT, "開けませんでした"),
    "half a PDF": (PDF[:20], LIMIT, "書類を写真にとって"),
    "a locked PDF": (PDF.replace(b"<<>>", b"<</Encrypt 2 0 R>>"), LIMIT, "書類を写真にとって"),
    "a moving picture": (picture("GIF"), LIMIT, "開けませんでした"),
}


@pytest.mark.parametrize(("content", "limit", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_says_what_to_do_instead(content: bytes, limit: int, said: str) -> None:
    assert said in refusal(content, limit)


def test_any_cut_or_damage_is_answered_kindly() -> None:
    for form in ("JPEG", "PNG", "WEBP"):
        whole = picture(form, (40, 40))
        for n in range(0, len(whole), max(1, len(whole) // 60)):
            for damaged in (whole[:n], whole[:n] + b"\xff\x00\xfe" + whole[n + 3 :]):
                try:
                    clean(damaged, LIMIT)
                except Problems as problems:
                    message = words_for("ja")(problems.found[0].message)
                    assert message.endswith("。"), (form, n)


HELD_WHOLE = {
    "progressive JPEG": lambda: picture("JPEG", progressive=True),
    "WebP": lambda: picture("WEBP"),
    "PNG": lambda: picture("PNG"),
}


@pytest.mark.parametrize("make", HELD_WHOLE.values(), ids=HELD_WHOLE.keys())
def test_what_is_held_whole_has_a_bound_of_its_own(make: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    for bound in ("MOST_PIXELS", "MOST_WEBP_PIXELS"):
        monkeypatch.setattr(f"portal.answers.picture.{bound}", 300 * 200 - 1)
    assert "大きすぎます" in refusal(make())


def page(blur: float = 0, light: float = 1) -> bytes:
    """A sheet of paper with lines of writing, out of focus by some pixels, in some of its light."""
    paper = Image.new("RGB", (1600, 1200), (235, 235, 230))
    pen = ImageDraw.Draw(paper)
    for n, line in enumerate(range(60, 1140, 50)):
        pen.text((80, line), f"No. {n} 1935-04-01 Yamada Hanako 1-1 Chiyoda", fill=(30, 30, 30), font_size=32)
    seen = paper.filter(ImageFilter.GaussianBlur(blur)).point(lambda value: int(value * light))
    content = BytesIO()
    seen.save(content, "JPEG", quality=90)
    return content.getvalue()


LOOKS = {
    "a sharp page": (page(), ()),
    "a page a little out of focus": (page(blur=1), ()),
    "a page far out of focus": (page(blur=6), ("blurred",)),
    "a page in half its light": (page(light=0.5), ()),
    "a page in the dark": (page(light=0.12), ("dark",)),
    "nothing but white": (picture("JPEG", (1200, 900)), ("blurred",)),
    "a picture too small to be judged": (picture("JPEG", (300, 200)), ()),
}


@pytest.mark.parametrize(("content", "amiss"), LOOKS.values(), ids=LOOKS.keys())
def test_what_the_eye_would_say_is_told(content: bytes, amiss: tuple[str, ...]) -> None:
    assert clean(content, LIMIT).amiss == amiss
