"""Places by the post's kana: every municipality of Japan, and the neighbourhoods of the towns that are served.

For published words and addresses. Names of people never meet it: `normal.said` puts their own reading in their place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from portal.registries import opened
from portal.registries.municipality_codes import Town
from portal.speech.reading.entry import PLACE, Entry, accent_after
from portal.speech.reading.town_names import before_unit, offices, parts, with_wards

Readings = dict[str, set[str]]
ANYWHERE = {2: 5000, 3: 3500, 4: 0}
"""Costs by length: a short name may be a part of other words (光市 in 観光市場), a long one is itself."""
HERE = {2: 1000, 3: -1000}
"""The same for places of the town itself, which its own pages are more likely to mean."""
LONG = -3000
_PLAIN = re.compile("[^0-9A-Za-z、（）()〜・]{2,}")
_TWO_VOWELS = re.compile("(?<=ノ)ウ(?=[チエラミマ])")
"""堀之内 is ホリノウチ, not ホリノーチ."""


class Served(Protocol):
    """A town of this house: what it is called and where the post finds it."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kana(self) -> str: ...


def municipalities() -> list[Entry]:
    """Every municipality by each name it is called by; two that are called alike by their longer names only."""
    towns = opened().municipality_codes.all()
    cities = with_wards(towns)
    readings: Readings = defaultdict(set)
    for town in towns:
        for name, kana in (*parts(town, cities), (town.name, town.name_kana)):
            readings[name].add(kana)
    for town in towns:
        name, kana = parts(town, cities)[-1]
        if len(readings[name]) > 1:
            readings[town.prefecture + name].add(town.prefecture_kana + kana)
    return list(_entries(readings, ANYWHERE))


def neighbourhoods(served: Iterable[Served]) -> list[Entry]:
    """The names of these towns as they call themselves, and their neighbourhoods."""
    readings: Readings = defaultdict(set)
    for town in served:
        readings[town.name].add(town.kana)
        for part, part_kana, code in _wards(town):
            for name, kana in opened().places.towns(code):
                readings[name].add(kana)
                readings[part + name].add(part_kana + kana)
    return list(_entries(readings, HERE))


def _wards(town: Served) -> Iterator[tuple[str, str, str]]:
    """The town as the post knows it, or the wards of a large city: name, kana, code."""
    known: list[Town] = opened().municipality_codes.all()
    cities = with_wards(known)
    for one in known:
        if one.code == town.code or (one.code[:2] == town.code[:2] and parts(one, cities)[0][0] == town.name):
            yield *parts(one, cities)[-1], one.code


def _entries(readings: Mapping[str, set[str]], costs: Mapping[int, int]) -> Iterator[Entry]:
    """A name with one reading, and its offices; nobody can tell from a name with two which is meant."""
    for name, kanas in readings.items():
        if len(kanas) == 1 and _PLAIN.fullmatch(name):
            kana = next(iter(kanas))
            cost = costs.get(len(name), LONG)
            for word, reading, before in ((name, kana, before_unit(kana)), *offices(name, kana)):
                accent = accent_after(before) if before else 0
                yield Entry(word, _TWO_VOWELS.sub("・ウ", reading), accent, cost, PLACE)
