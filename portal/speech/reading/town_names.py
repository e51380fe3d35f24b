"""The names of a town: its district or large city, its own, its mayor, people and town hall, each with its kana."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from portal.registries.municipality_codes import Town

Name = tuple[str, str]
"""As written, and its kana."""
_OFFICES = {
    "長": "チョウ",
    "民": "ミン",
    "立": "リツ",
    "内": "ナイ",
    "外": "ガイ",
    "営": "エイ",
    "税": "ゼイ",
    "議会": "ギカイ",
}
_HALLS = {"役所": "ヤクショ", "役場": "ヤクバ"}
_UNITS = {"市": "シ", "区": "ク", "町": "チョウ", "村": "ソン"}
_UNIT_KANA = re.compile("(シ|ク|マチ|チョウ|ムラ|ソン)$")
_DISTRICT, _WARD = re.compile("(.+郡)(.+[町村])"), re.compile("(.+市)(.+区)")
_IN_DISTRICT = re.compile("(.+?グン)(.+)")


def parts(town: Town, cities: Mapping[str, str]) -> list[Name]:
    """What a municipality's name is made of, its own part last: 川崎市, 中原区."""
    if found := _WARD.fullmatch(town.name):
        city = cities[found[1]]
        return [(found[1], city), (found[2], town.name_kana.removeprefix(city))]
    if (found := _DISTRICT.fullmatch(town.name)) and (kana := _IN_DISTRICT.fullmatch(town.name_kana)):
        return [(found[1], kana[1]), (found[2], kana[2])]
    return [(town.name, town.name_kana)]


def with_wards(towns: Iterable[Town]) -> dict[str, str]:
    """Kana of the cities that have wards: what the kana of all their wards begin with."""
    wards: dict[str, list[str]] = defaultdict(list)
    for town in towns:
        if found := _WARD.fullmatch(town.name):
            wards[found[1]].append(town.name_kana)
    return {city: _shared(min(kanas), max(kanas)) for city, kanas in wards.items()}


def _shared(one: str, other: str) -> str:
    """What two wards' kana begin with, up to the シ of their city."""
    shared = "".join(sign for sign, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return shared[: shared.rindex("シ") + 1]


def before_unit(kana: str) -> str:
    """After what the voice falls: カワサキ in カワサキシ; "" for names that end on ムラ or on no unit."""
    return _UNIT_KANA.sub("", kana) if _UNIT_KANA.search(kana) and not kana.endswith("ムラ") else ""


def offices(name: str, kana: str) -> Iterator[tuple[str, str, str]]:
    """市長, 町民, 村役場 … with kana and after what the voice falls.

    町 is チョウ and 村 is ソン there, whatever they are in the name; only 役場 keeps them.
    """
    if name[-1] not in _UNITS or not _UNIT_KANA.search(kana) or "郡" in name[1:]:
        return
    base = _UNIT_KANA.sub("", kana) + _UNITS[name[-1]]
    for office, said in _OFFICES.items():
        yield name + office, f"{base}・{said}", base
    for hall, said in _HALLS.items():
        yield name + hall, f"{kana}・{said}", kana + said[0]
