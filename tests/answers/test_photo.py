"""Photos as answers; what happens to the bytes is in test_picture."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from portal.answers import KINDS
from portal.answers.answer_type import Problems
from portal.answers.photo import MOST_NAME, clean, file_name
from tests.answers.given import TODAY, ask, read, refused, shown, spoken, told

PAGE = {"file": "0193", "name": "免許証.jpg", "media_type": "image/jpeg", "size": 1234, "amiss": []}
PDF = PAGE | {"file": "0194", "name": "診断書.pdf", "media_type": "application/pdf"}


def typed(*pages: object) -> dict[str, str]:
    return {"value": json.dumps(pages) if pages else ""}


def test_the_file_is_named_with_its_size() -> None:
    kept = read("photo", typed(PAGE))
    assert kept == {"pages": [PAGE]}
    assert shown("photo", kept) == ("写真（免許証.jpg）",)
    assert spoken("photo", kept) == "写真があります"


def test_several_pages_are_one_answer() -> None:
    kept = read("photo", typed(PAGE, PDF))
    assert shown("photo", kept) == ("写真（免許証.jpg）", "書類（診断書.pdf）")
    assert spoken("photo", kept) == "写真や書類が2つあります"


def test_without_a_file_there_is_no_photo() -> None:
    assert "写真を選んで" in told(refused("photo", typed()))["value"]
    assert read("photo", typed(), required=False) is None


@pytest.mark.parametrize("forged", ["1", "{}", "[1]", '[{"file": "0193"}]', "写真", "[" * 5000])
def test_what_no_page_of_ours_wrote_is_no_photo(forged: str) -> None:
    assert "写真を選んで" in told(refused("photo", {"value": forged}))["value"]


@pytest.mark.parametrize(("amiss", "said"), [("dark", "暗い"), ("blurred", "ぼやけて")])
def test_a_photo_hard_to_read_is_a_doubt_and_no_refusal(amiss: str, said: str) -> None:
    kept = read("photo", typed(PAGE, PAGE | {"amiss": [amiss]}))
    (doubt,) = KINDS["photo"].doubts(kept, ask("photo"), TODAY)
    assert (doubt.code, said in doubt.message.text) == (amiss, True)
    assert not KINDS["photo"].doubts(read("photo", typed(PAGE)), ask("photo"), TODAY)


def test_an_upload_is_cleaned() -> None:
    content = BytesIO()
    Image.new("RGB", (4, 4)).save(content, "PNG")
    assert clean(content.getvalue(), 1000).media_type == "image/jpeg"
    with pytest.raises(Problems):
        clean(b"", 1000)


NAMES = {
    "免許証.jpg": "免許証.jpg",
    "IMG_0001.JPEG": "IMG_0001.jpg",
    "IMG_0002.HEIC": "IMG_0002_HEIC.jpg",
    "C:\\fakepath\\a.png": "a_png.jpg",
    "../../etc/passwd": "passwd.jpg",
    "invoice.exe": "invoice_exe.jpg",
    "page.html": "page_html.jpg",
    "scan.pdf": "scan_pdf.jpg",
    "写真\u202egpj.exe": "写真gpj_exe.jpg",
    "a\r\nBcc: x@y.jp": "aBcc: x@y_jp.jpg",
    "葛\U000e0100飾.jpg": "葛\U000e0100飾.jpg",
    "...": "photo.jpg",
    "": "photo.jpg",
    "あ" * 5000 + ".jpg": "あ" * MOST_NAME + ".jpg",
}


@pytest.mark.parametrize(("typed", "name"), NAMES.items())
def test_a_file_is_named_as_what_it_is(typed: str, name: str) -> None:
    assert file_name(typed, "image/jpeg") == name


def test_a_document_ends_as_one() -> None:
    assert file_name("診断書.PDF", "application/pdf") == "診断書.pdf"
    assert file_name("診断書.html", "application/pdf") == "診断書_html.pdf"


def test_no_picture_library_is_loaded_before_the_first_picture() -> None:
    code = "import sys, portal.answers; sys.exit('PIL.Image' in sys.modules or 'pi_heif' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
