"""A code for a telephone's camera: an address as a picture of lines, sharp at any size."""

from __future__ import annotations

from io import BytesIO

CORRECTION = "q"
"""A quarter of the code may be lost to a fold, a pin or the rain (ISO/IEC 18004)."""
QUIET = 4
"""Light modules around the code, as ISO/IEC 18004 asks."""


def picture(address: str) -> bytes:
    """The code of an address for a telephone's camera, as SVG that can stand in a page too."""
    drawn = BytesIO()
    plain = {"xmldecl": False, "svgclass": None, "lineclass": None, "omitsize": True}
    import segno

    made = segno.make(address, error=CORRECTION, micro=False)
    made.save(drawn, kind="svg", border=QUIET, dark="#000", light="#fff", **plain)
    return drawn.getvalue()
