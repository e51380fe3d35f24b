"""Photos as answers; what happens to the bytes is in test_picture."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from portal.answers.answer_type import Problems
from portal.answers.photo import clean
from tests.answers.given import read, refused, shown, spoken, told

TYPED = {"value": "0193", "name": "免許証.jpg", "size": "1234", "media_type": "image/jpeg"}


def test_the_file_is_named_with_its_size() -> None:
    kept = read("photo", TYPED)
    assert kept == {"file": "0193", "name": "免許証.jpg", "media_type": "image/jpeg", "size": 1234}
    assert shown("photo", kept) == ("写真（免許証.jpg）",)
    assert spoken("photo", kept) == "写真があります"


def test_without_a_file_there_is_no_photo() -> None:
    assert "写真を選んで" in told(refused("photo", TYPED | {"value": ""}))["value"]
    assert read("photo", TYPED | {"value": ""}, required=False) is None


def test_a_size_nobody_told_is_nought() -> None:
    assert read("photo", {"value": "0193"})["size"] == 0


def test_an_upload_is_cleaned() -> None:
    content = BytesIO()
    Image.new("RGB", (4, 4)).save(content, "PNG")
    assert clean(content.getvalue(), 1000).media_type == "image/jpeg"
    with pytest.raises(Problems):
        clean(b"", 1000)


def test_no_picture_library_is_loaded_before_the_first_picture() -> None:
    code = "import sys, portal.answers; sys.exit('PIL.Image' in sys.modules or 'pi_heif' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
