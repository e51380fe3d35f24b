"""Icons: every one is the drawing, and stays readable where a telephone cuts it round."""

from __future__ import annotations

from io import BytesIO
from math import hypot

import pytest
from PIL import Image

from tests.icons import FOLDER, ICONS, drawn

SAFE = 0.4
"""Of a maskable icon's side: how far from the middle nothing is cut off (W3C Web Application Manifest)."""


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_the_drawing(name: str) -> None:
    kept, now = (Image.open(it).convert("RGBA") for it in (FOLDER / name, BytesIO(drawn(ICONS[name]))))
    assert kept.size == (ICONS[name].pixels,) * 2
    assert kept.tobytes() == now.tobytes(), "make icons"


def test_every_picture_of_dots_is_made_here() -> None:
    assert {path.name for path in FOLDER.glob("*.png")} == set(ICONS)


def test_nothing_of_a_maskable_icon_is_cut_off() -> None:
    for name, icon in ICONS.items():
        if not name.startswith("maskable"):
            continue
        dots, middle = Image.open(FOLDER / name).convert("RGBA"), icon.pixels / 2
        far = [
            (x, y)
            for x in range(0, icon.pixels, 8)
            for y in range(0, icon.pixels, 8)
            if hypot(x - middle, y - middle) > SAFE * icon.pixels
        ]
        assert far
        assert {dots.getpixel(at) for at in far} == {(255, 255, 255, 255)}
