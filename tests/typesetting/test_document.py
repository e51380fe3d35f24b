"""Paper that can be read aloud: typst refuses anything else; signs without a letter do not stop it."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from portal.language.words import CODES, words_for
from portal.typesetting import document as setting
from portal.typesetting.document import NO_SIGN, compiled
from portal.typesetting.pdf import Unset

DATA: dict[str, Any] = {
    "language": "ja",
    "size": 13,
    "town": "かすみがはま市",
    "title": "申し込みの控え",
    "service": "特別給付金を受けとる",
    "marked": True,
    "long": False,
    "mark": ["同意", "令和8年11月29日", "（2026年）", "4827-1936-52", "髙橋　花子"],
    "standing": ["取りやめました。"],
    "facts": [["受付番号", ["4827-1936-52"]]],
    "parts": [{"heading": "このあと", "steps": ["電話します。"]}, {"heading": "電話", "rows": [["番号", ["0000"]]]}],
}


def read(made: bytes) -> str:
    """The text of a PDF as programs take it out, without spaces and line ends."""
    with pdfium.PdfDocument(made) as file:
        return "".join("".join(page.get_textpage().get_text_bounded() for page in file).split())


def test_it_says_that_it_is_accessible_and_in_which_language() -> None:
    file = PdfReader(io.BytesIO(compiled("receipt", DATA)))
    catalogue: Any = file.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "ja"
    assert "/StructTreeRoot" in catalogue
    assert b"pdfuaid:part>1<" in file.xmp_metadata.stream.get_data()  # type: ignore[union-attr]
    assert file.metadata
    assert file.metadata.title == "申し込みの控え"


def test_every_word_is_there_in_order_in_letters_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting, "MOST", 1)
    text = read(compiled("receipt", DATA))
    wanted = ["申し込みの控え", "同意", "髙橋花子", "取りやめました。", "受付番号", "このあと", "電話します。", "0000"]
    assert [text.index(words, 0) for words in wanted] == sorted(text.index(words) for words in wanted)


@pytest.mark.parametrize("language", CODES)
def test_every_sentence_of_every_language_is_set_in_letters_of_our_own(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting, "MOST", 1)
    sentences = [" ".join(text.split()) for text in words_for(language).all()]
    rows = [["x", [one]] for one in sentences]  # a row stays on one page
    text = read(compiled("receipt", DATA | {"language": language, "parts": [{"heading": "x", "rows": rows}]}))
    bare = str.maketrans("", "", " -\ufffe\2")  # readers put a word together that was cut at its hyphen
    assert not [one for one in sentences if one.translate(bare) not in text.translate(bare)]


@pytest.mark.parametrize("language", CODES)
def test_a_name_with_marks_on_its_letters_is_read_as_it_is_written(language: str) -> None:
    made = compiled("receipt", DATA | {"language": language, "facts": [["x", ["Nguyễn Thị Bảo", "José Ñuñez"]]]})
    assert "NguyễnThịBảoJoséÑuñez" in read(made)
    fonts = PdfReader(io.BytesIO(made)).pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    assert {re.split("[+-]", font.get_object()["/BaseFont"])[1][:8] for font in fonts} <= {"BIZUDGot", "NotoSans"}


@pytest.mark.parametrize(
    ("language", "told", "marked"),
    [("ja", "ja", False), ("ko", "ko", True), ("zh-Hant", "zh-TW", True), ("pt-BR", "pt-BR", True)],
)
def test_its_language_is_told_and_japanese_words_in_it_are_marked(language: str, told: str, marked: bool) -> None:
    made = compiled("receipt", DATA | {"language": language, "standing": ["かすみがはま市"]})
    file = PdfReader(io.BytesIO(made))
    content = b"".join(page.get_contents().get_data() for page in file.pages)  # type: ignore[union-attr]
    assert file.trailer["/Root"]["/Lang"] == told  # type: ignore[index]
    assert (b"/Lang(ja)" in content) == marked


def test_a_sign_that_no_font_has_is_replaced_and_the_rest_stands() -> None:
    text = read(compiled("receipt", DATA | {"facts": [["名前", ["山\U000f0000田 花子"]]]}))
    assert f"山{NO_SIGN}田花子" in text


def test_what_typst_refuses_is_not_set() -> None:
    with pytest.raises(Unset):
        compiled("receipt", DATA | {"title": ""})
    with pytest.raises(Unset):
        compiled("receipt", {"size": 1})
