"""Banks and branches as people name them: みずほ, ミズホ, みずほ銀行, 0001, 新宿支店, しんじゅく, 240."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from portal.registries.lookup import Lookup
from portal.registries.spelling import key

MOST = 30
"""Candidates that are offered at most; a longer list helps nobody."""
EXACT, BEGINS = 1, 101
"""How far a key is from what was typed: the same, beginning so; containing it is further."""
BANK_ENDS = ("銀行", "バンク", "BANK", "ギンコウ", "BK", "銀", "ギン")
BRANCH_ENDS = ("支店", "シテン", "店", "支所", "シシヨ", "出張所", "シユツチヨウジヨ", "代理店", "営業所")
KINDS_IN_KANA = {
    "シンキン": "信金",
    "シンヨウキンコ": "信金",
    "シンクミ": "信組",
    "シンヨウクミアイ": "信組",
    "ロウキン": "労金",
    "ロウドウキンコ": "労金",
    "ノウキヨウ": "農協",
    "ノウギヨウキヨウドウクミアイ": "農協",
}
"""Ends of banks' names as people write them in kana, and as the registry does."""
NUMBERED = {"16": "十六", "18": "十八", "33": "三十三", "77": "七十七", "82": "八十二", "105": "百五", "114": "百十四"}
"""Banks that began with a number of the first national banks."""


@dataclass(frozen=True)
class Bank:
    """A bank: four-digit code, name as people know it (みずほ銀行), reading in big kana as banks write it."""

    code: str
    name: str
    kana: str


@dataclass(frozen=True)
class Branch:
    """A branch of a bank: three-digit code, name with 支店 where it has it, reading."""

    code: str
    name: str
    kana: str


One = TypeVar("One", Bank, Branch)


@dataclass(frozen=True)
class Matches(Generic[One]):
    """What a text may mean; `sure` where it can mean this one only. Part of a name is never sure."""

    found: tuple[One, ...] = ()
    sure: bool = False


class Banks:
    """The bankers' registry of the day zengin-code was made."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def find(self, text: str) -> Matches[Bank]:
        """Banks that a name, a reading or a code may mean, likeliest first."""
        rows, sure = self._search(_BANK, text, ())
        return Matches(tuple(Bank(*row) for row in rows), sure)

    def branches(self, bank: str, text: str) -> Matches[Branch]:
        """Branches of a bank (four-digit code) that a text may mean, the same way."""
        rows, sure = self._search(_BRANCH, text, (bank,))
        return Matches(tuple(Branch(*row) for row in rows), sure)

    def _search(self, of: _Table, text: str, bank: tuple[str, ...]) -> tuple[list[tuple[Any, ...]], bool]:
        wanted = key(text)
        named = dict.fromkeys((wanted, *map(wanted.removesuffix, of.ends)))
        for code in filter(str.isdecimal, map(key, named)):  # 240, 240支店, 〇一八支店; 138 may be 0138
            known = of.shortest - 1 <= len(code) <= of.digits
            if rows := self._lookup(of.by_code, *bank, code.zfill(of.digits)) if known else []:
                return rows, len(code) >= of.shortest
        tries = named | dict.fromkeys(_in_kanji(wanted))
        tries |= dict.fromkeys(NUMBERED[one] for one in tries & NUMBERED.keys())
        for one in filter(None, tries):
            rows = self._lookup(of.by_key, *bank, one)
            if len({code for code, *_ in rows}) == 1 and any(sure for *_, sure in rows):
                return [rows[0][:3]], True
            if rows:
                break
        stem = min(tries, key=len) or wanted
        alike = self._lookup(of.alike, stem, stem, *bank, stem) if stem else []
        named_so = any(row[3] == EXACT for row in alike)
        return [row[:3] for row in alike if not named_so or row[3] <= BEGINS], False


def _in_kanji(wanted: str) -> list[str]:
    return [wanted.removesuffix(kana) + kind for kana, kind in KINDS_IN_KANA.items() if wanted.endswith(kana)]


class _Table:
    """The three questions asked of banks and of branches."""

    def __init__(self, name: str, digits: range, ends: tuple[str, ...], within: str) -> None:
        self.shortest, self.digits, self.ends = digits.start, digits.stop - 1, ends
        columns = f"SELECT {name}.code, {name}.name, {name}.kana"
        keyed = f"FROM {name} JOIN {name}_key named ON named.code = {name}.code"
        if within:
            keyed += f" AND named.bank = {name}.bank"
        where = f"WHERE {name}.{within} AND" if within else "WHERE"
        self.by_code = f"{columns} FROM {name} {where} code = ?"
        self.by_key = f"{columns}, named.sure {keyed} {where} named.key = ?"
        self.alike = (
            f"{columns}, min((named.key <> ?) * {BEGINS - EXACT} + instr(named.key, ?)) AS far {keyed}"
            f" {where} instr(named.key, ?) GROUP BY {name}.code ORDER BY far, {name}.code LIMIT {MOST}"
        )


_BANK = _Table("bank", range(4, 5), BANK_ENDS, "")
_BRANCH = _Table("branch", range(1, 4), BRANCH_ENDS, "bank = ?")
