"""Icons as pictures of dots, from the one drawing static/icons/icon.svg: what telephones put on their first screen.

`make icons` draws them anew; tests/web/test_icons.py holds what is kept against the drawing.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import typst
from PIL import Image

FOLDER = Path(__file__).parents[1] / "static" / "icons"
DRAWING = "icon.svg"
COLOURS = 32
UNITS = 32
"""The drawing's own width; typst takes one for a point, of which 72 make an inch."""


class Icon(NamedTuple):
    """Pixels of one side, and the part of it the drawing fills; `opaque` has white behind it."""

    pixels: int
    filled: float
    opaque: bool


ICONS: Mapping[str, Icon] = {
    "icon-180.png": Icon(180, 0.86, True),
    "icon-192.png": Icon(192, 1, False),
    "icon-512.png": Icon(512, 1, False),
    "maskable-512.png": Icon(512, 0.72, True),
}
"""Apple's has round corners cut off; a maskable one may lose all but the round in the middle, of 80 percent."""


def drawn(icon: Icon) -> bytes:
    """An icon as PNG."""
    sheet = (
        f"#set page(width: {UNITS}pt, height: {UNITS}pt, margin: 0pt, fill: {'white' if icon.opaque else 'none'})\n"
        f'#align(center + horizon, image("{DRAWING}", width: {icon.filled * 100}%))\n'
    )
    dots = typst.compile(sheet.encode(), root=str(FOLDER), format="png", ppi=72 * icon.pixels / UNITS)
    assert isinstance(dots, bytes)
    out = BytesIO()
    picture = Image.open(BytesIO(dots))
    few = picture.convert("RGB").quantize(COLOURS) if icon.opaque else picture.quantize(COLOURS)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    for name, icon in ICONS.items():
        (FOLDER / name).write_bytes(drawn(icon))
