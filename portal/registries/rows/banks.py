"""Rows of the banks' registry, from zengin-code's files, under every key people may type."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from portal.registries.spelling import key

KINDS = {
    "信金": "信用金庫",
    "信組": "信用組合",
    "労金": "労働金庫",
    "農協": "農業協同組合",
}
"""Short forms of the registry and the words people use."""
COMMERCIAL = ("00", "01", "03", "05")
"""First digits of domestic banks' codes, whose names lack 銀行 in the registry."""
POST = "9900"
ALIASES = {
    "0005": ("三菱東京UFJ", "東京三菱", "UFJ", "MUFG"),
    "0009": ("SMBC",),
    "0033": ("ジャパンネット",),
    "0038": ("住信SBIネット", "住信SBI"),
    "0117": ("青森", "みちのく"),
    "0137": ("八千代", "東京都民", "新銀行東京"),
    "0138": ("はまぎん", "浜銀"),
    "0143": ("八十二", "長野"),
    "0140": ("第四", "北越"),
    "0159": ("関西アーバン", "近畿大阪", "関西アーバン銀行"),
    "0181": ("十八", "親和"),
    "0397": ("新生",),
    "0542": ("愛知", "中京"),
    POST: ("郵便局", "郵便貯金", "郵貯", "ゆうびんきょく", "JPバンク", "日本郵政公社"),
}
"""Names that people still use for a bank."""
FORMER = {
    "0001": ("第一勧業", "第一勧銀", "富士", "日本興業", "第一", "日本勧業"),
    "0005": ("三菱", "三和", "東海", "東京"),
    "0009": ("住友", "さくら", "三井", "太陽神戸三井", "太陽神戸"),
    "0010": ("大和", "あさひ", "協和", "協和埼玉"),
    "0017": ("あさひ",),
}
"""Names that banks had before they joined; their branches have moved and changed since, so they are only offered."""
HEAD_OFFICE = {"本店営業部", "営業部本店", "本店営業課", "本店営業室", "本店営業本部", "本部営業部"}
"""What many banks call the branch people know as 本店."""
_NOT_A_BRANCH = ("店", "部", "所", "課", "室")
_BRANCHES_NAMED = ("0", "1", "2")
_ENDS = ("出張所", "営業部", "支所", "支店", "代理店")

BankRow = tuple[str, str, str]
BranchRow = tuple[str, str, str, str]


def folder(package: Path) -> Path:
    """Where zengin-code keeps its files."""
    return package / "source-data" / "data"


def banks(source: Path) -> Iterator[tuple[BankRow, dict[str, bool]]]:
    """Every bank with its keys; True where the key means this bank for sure."""
    for code, bank in sorted(json.loads((source / "banks.json").read_text(encoding="utf-8")).items()):
        name, kana = _plain(bank)
        sure = (name, full_name(code, name), kana, *ALIASES.get(code, ()), *_of_kind(name))
        unsure = (*(name.removesuffix(kind) for kind in KINDS), *(old + "銀行" for old in FORMER.get(code, ())))
        yield (code, full_name(code, name), kana), _keys(sure, (*unsure, *FORMER.get(code, ())))


def branches(source: Path, bank: str) -> Iterator[tuple[BranchRow, dict[str, bool]]]:
    """Every branch of a bank with its keys, the same way."""
    for code, branch in sorted(json.loads((source / "branches" / f"{bank}.json").read_text(encoding="utf-8")).items()):
        name, kana = _plain(branch)
        sure = (name, branch_name(bank, name), kana, *(("本店",) if name in HEAD_OFFICE else ()))
        yield (bank, code, branch_name(bank, name), kana), _keys(sure, [name.removesuffix(end) for end in _ENDS])


def full_name(code: str, name: str) -> str:
    """A bank's name as people know it: みずほ銀行, 京都信用金庫."""
    for short, long in KINDS.items():
        if name.endswith(short) and name != "商工中金":
            return name.removesuffix(short) + long
    foreign = name.endswith(("バンク", "ジャパン"))
    return name + "銀行" if code == POST or (code.startswith(COMMERCIAL) and not foreign) else name


def branch_name(bank: str, name: str) -> str:
    """A branch's name as it stands in a passbook: 新宿支店, 〇五八店, 本店, 東京営業部."""
    if bank == POST:
        return name + "店" if key(name).isdecimal() else name
    named = bank.startswith(_BRANCHES_NAMED) and not name.endswith(_NOT_A_BRANCH)
    return name + "支店" if named else name


def _plain(record: dict[str, str]) -> tuple[str, str]:
    """Name and reading, Latin letters in half width."""
    name, kana = (unicodedata.normalize("NFKC", record[part]) for part in ("name", "kana"))
    return name, kana.replace("-", "ー")


def _of_kind(name: str) -> Iterator[str]:
    """JAいるま野 for いるま野農協."""
    if name.endswith("農協"):
        yield "JA" + name.removesuffix("農協")


def _keys(sure: Iterable[str], unsure: Iterable[str]) -> dict[str, bool]:
    keys = dict.fromkeys(map(key, unsure), False) | dict.fromkeys(map(key, sure), True)
    keys.pop("", None)
    return keys
