"""A code is a picture of lines that stands in a page."""

from __future__ import annotations

from portal.typesetting.camera_code import picture


def test_a_code_is_svg_that_grows_without_getting_blurred() -> None:
    drawn = picture("https://portal.example/ja/").decode()
    assert drawn.startswith("<svg")
    assert "viewBox" in drawn
    assert drawn != picture("https://portal.example/en/").decode()
