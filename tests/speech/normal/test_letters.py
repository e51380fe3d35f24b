"""Letters: addresses of mail and the web, letters alone."""

from __future__ import annotations

import pytest

from portal.speech.normal.letters import addresses, alone
from portal.speech.normal.piece import woven

HEARD = {
    "a.b-1@gmail.com へ": "エー ドット ビー ハイフン イチ アットマーク ジーメール ドット コム へ",
    "名前@example.jp": "名前@エグザンプル ドット ジェーピー",
    "https://example.lg.jp/": "エグザンプル ドット エルジー ドット ジェーピー",
    "example.jp/a1": "エグザンプル ドット ジェーピー スラッシュ エー イチ",
    "2.5倍、3.14": "2.5倍、3.14",
    "No.5": "No.5",
}


@pytest.mark.parametrize(("seen", "heard"), HEARD.items())
def test_addresses(seen: str, heard: str) -> None:
    assert woven(seen, [addresses]).heard == heard


@pytest.mark.parametrize(
    ("seen", "heard"), [("AとＢ", "エーとビー"), ("A4", "A4"), ("PDF", "PDF"), ("3 m", "3 エム"), ("e-Tax", "e-Tax")]
)
def test_a_letter_alone_has_a_name(seen: str, heard: str) -> None:
    assert woven(seen, [alone]).heard == heard
