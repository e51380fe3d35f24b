"""PO out and in."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.language.translating import out, po
from portal.language.translating.messages import Unreadable


def test_what_goes_out_comes_in(locales: Path) -> None:
    content = po.written("vi", out.units("vi"))
    language, units = po.read(content)
    assert language == "vi"
    assert [(unit.source, unit.target, unit.read) for unit in units] == [
        (unit.source, unit.target, False) for unit in out.units("vi")
    ]
    assert b"#, fuzzy" in content
    assert "#. Official terms: 続きの番号 = số để tiếp tục" in content.decode()


def test_what_is_not_fuzzy_was_read(locales: Path) -> None:
    content = po.written("vi", out.units("vi")).replace(b"#, fuzzy\n", b"", 1)
    assert [unit.read for unit in po.read(content)[1]] == [True, False, False, False]


def test_easy_japanese_is_known() -> None:
    assert po.read(b'msgid ""\nmsgstr "Language: ja\\n"\n')[0] == "ja-simple"


@pytest.mark.parametrize("content", [b"\xff\xfe", b"hello", b"x" * 20_000_001])
def test_a_file_that_is_not_ours_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        po.read(content)
