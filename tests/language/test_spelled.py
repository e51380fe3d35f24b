"""Texts heard sign by sign."""

from __future__ import annotations

from portal.language.spelled import spelled


def test_an_address_of_mail() -> None:
    assert spelled("a.B_2@c-d.jp", "ja") == (
        "エー ドット ビー アンダーバー ニイ アットマーク シー ハイフン ディー ドット ジェー ピー"
    )
    assert spelled("a.b@c.jp", "en") == "a dot b at c dot j p"


def test_a_sign_without_a_name_stays() -> None:
    assert spelled("a!", "ja") == "エー !"
