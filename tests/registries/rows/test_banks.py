"""Banks' and branches' names as people know them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portal.registries.rows.banks import banks, branch_name, branches, folder, full_name

NAMES = {
    "a large bank": ("0001", "みずほ", "みずほ銀行"),
    "a regional bank": ("0500", "北洋", "北洋銀行"),
    "the post bank": ("9900", "ゆうちょ", "ゆうちょ銀行"),
    "a shinkin": ("1610", "京都信金", "京都信用金庫"),
    "a credit union": ("2011", "北央信組", "北央信用組合"),
    "a labour bank": ("2963", "中央労金", "中央労働金庫"),
    "a farmers' cooperative": ("4735", "いるま野農協", "いるま野農業協同組合"),
    "a foreign bank": ("0430", "ドイツ", "ドイツ"),
    "no bank by name": ("0200", "ワイズ・ペイメンツ・ジャパン", "ワイズ・ペイメンツ・ジャパン"),
    "a central body": ("1000", "信金中央金庫", "信金中央金庫"),
}


@pytest.mark.parametrize(("code", "name", "known"), NAMES.values(), ids=NAMES.keys())
def test_a_bank_is_called_what_people_call_it(code: str, name: str, known: str) -> None:
    assert full_name(code, name) == known


@pytest.mark.parametrize(
    ("bank", "name", "known"),
    [
        ("0001", "新宿", "新宿支店"),
        ("0001", "本店", "本店"),
        ("0001", "東京営業部", "東京営業部"),
        ("0001", "町村会館出張所", "町村会館出張所"),
        ("9900", "〇五八", "〇五八店"),
        ("4735", "本所", "本所"),
        ("4735", "大井", "大井"),
    ],
)
def test_a_branch_is_called_what_the_passbook_says(bank: str, name: str, known: str) -> None:
    assert branch_name(bank, name) == known


def test_rows_and_their_keys(tmp_path: Path) -> None:
    source = folder(tmp_path)
    (source / "branches").mkdir(parents=True)
    union = {"code": "4735", "name": "いるま野農協", "kana": "イルマノノウキヨウ"}
    (source / "banks.json").write_text(json.dumps({"4735": union}), encoding="utf-8")
    branch = {"code": "012", "name": "Ａ営業部", "kana": "エ－"}
    (source / "branches" / "4735.json").write_text(json.dumps({"012": branch}), encoding="utf-8")

    assert list(banks(source)) == [
        (
            ("4735", "いるま野農業協同組合", "イルマノノウキヨウ"),
            {
                "イルマ野": False,
                "イルマ野農協": True,
                "イルマ野農業協同組合": True,
                "イルマノノウキヨウ": True,
                "JAイルマ野": True,
            },
        )
    ]
    ((row, keys),) = branches(source, "4735")
    assert row == ("4735", "012", "A営業部", "エー")
    assert keys == {"A": False, "A営業部": True, "エ": True}
