"""XLIFF out and in; what comes in may be anybody's."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from portal.language.translating import xliff
from portal.language.translating.messages import Unit, Unreadable

UNIT = Unit(id="a1", domain="portal", source="「次へ」 & <b>\n・一つ", target="“Tiếp” & <b>\n・một", notes=("Seen",))
READ = replace(UNIT, id="b2", domain="services", read=True, places=("portal/a.py",))
NEW = replace(UNIT, id="c3", target="")
BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file>&b;</file></xliff>"""
FILE = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="portal.po" source-language="ja" target-language="vi" datatype="plaintext"><body>
<trans-unit id="a">
<source>次の<ph id="1">{n}</ph></source><target state="signed-off"><ph id="1">{n}</ph> sau</target>
<alt-trans><target>khác</target></alt-trans></trans-unit></body></file></xliff>"""


def bare(unit: Unit) -> Unit:
    """A unit as it comes in."""
    return replace(unit, notes=(), places=(), line=0)


def test_what_goes_out_comes_in() -> None:
    language, units = xliff.read(xliff.written("vi", [UNIT, NEW, READ]))
    assert language == "vi"
    assert [bare(unit) for unit in units] == [bare(UNIT), bare(NEW), bare(READ)]
    assert all(unit.line for unit in units)


def test_a_program_finds_state_place_and_notes() -> None:
    root = ElementTree.fromstring(xliff.written("vi", [UNIT, NEW, READ]))
    space = {"x": xliff.NAMESPACE}
    states = [target.get("state") for target in root.iterfind(".//x:target", space)]
    assert states == ["needs-review-translation", "new", "final"]
    assert [unit.get("approved") for unit in root.iterfind(".//x:trans-unit", space)] == ["no", "no", "yes"]
    assert [note.text for note in root.iterfind(".//x:note", space)] == ["Seen"] * 3
    assert [one.text for one in root.iterfind(".//x:context", space)] == ["portal/a.py"]


def test_a_program_may_wrap_values_and_add_its_memory() -> None:
    _, (unit,) = xliff.read(FILE.encode())
    assert (unit.source, unit.target, unit.read, unit.line) == ("次の{n}", "{n} sau", True, 3)
    assert xliff.read(FILE.encode("utf-16"))[1] == [unit]


@pytest.mark.parametrize(
    ("content", "words"),
    {
        BOMB: "document type",
        b"<xliff": "no XML",
        b"<html><body/></html>": "no XLIFF",
        FILE.replace("1.2", "2.0").replace(":document:2.0", ":document:2.0").encode(): "no XLIFF",
        FILE.replace('source-language="ja"', 'source-language="en"').encode(): "not ja",
        FILE.replace(
            "</file>", '</file><file original="x" source-language="ja" target-language="ko"/>'
        ).encode(): "several",
        b"<" + b" " * xliff.LARGEST: "larger",
        b"\xff\xfe\x00": "no XML",
    }.items(),
)
def test_a_file_that_is_not_ours_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        xliff.read(content)
