"""Places by what people write: the municipality at the beginning of an address, then the town, in any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.registries.lookup import Lookup
from portal.registries.spelling import Keyed, keyed

MOST = 30
"""Signs of a municipality's or a town's name that are looked at; the longest in the post's data are shorter."""
_DISTRICT = re.compile("(.+郡)(.+[町村])")
_WARD = re.compile("(.+市)(.+区)")


@dataclass(frozen=True)
class Written:
    """What stands at the beginning of an address: its municipality, and the town where the post knows it.

    `upto_city` and `length` are how many signs of the text the municipality and all of it take; `kana` has spaces
    between prefecture, city and town, or is "".
    """

    code: str
    prefecture: str
    city: str
    town: str
    kana: str
    upto_city: int
    length: int

    @property
    def text(self) -> str:
        """As it stands on an envelope, up to the town."""
        return self.prefecture + self.city + self.town


class Places:
    """Municipalities and their towns by name."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def read(self, text: str) -> list[Written]:
        """What an address begins with: nothing, one place, or several that bear the same name (伊達市)."""
        whole = keyed(text[: 3 * MOST])
        towns = self._municipalities(whole)
        found = [self._with_town(text, whole, *town) for town in towns]
        with_town = [one for one in found if one.town]
        return with_town if len(found) > 1 and len(with_town) == 1 else found

    def towns(self, code: str) -> list[tuple[str, str]]:
        """Every town of a municipality with its kana, as often as the post's readings differ; without kana left out."""
        return self._lookup("SELECT DISTINCT town, kana FROM place WHERE code = ? AND kana != '' ORDER BY 1, 2", code)

    def _municipalities(self, whole: Keyed) -> list[tuple[str, ...]]:
        """Rows of the municipalities with the longest name that fits."""
        rows = self._lookup(
            "SELECT named.key, town.code, prefecture, name, prefecture_kana, name_kana FROM town_key named"
            f" JOIN town ON town.code = named.code WHERE named.key IN ({_marks(whole)})",
            *_beginnings(whole),
        )
        longest = max((len(row[0]) for row in rows), default=0)
        return [row for row in rows if len(row[0]) == longest]

    def _with_town(self, text: str, whole: Keyed, *row: str) -> Written:
        key, code, prefecture, city, *kana = row
        end = whole.ends[len(key) - 1]
        rest = keyed(text[end : end + MOST])
        towns = self._lookup(
            f"SELECT key, town, kana FROM place WHERE code = ? AND key IN ({_marks(rest)})", code, *_beginnings(rest)
        )
        longest = max((len(key) for key, *_ in towns), default=0)
        fitting = [(town, read) for key, town, read in towns if len(key) == longest]
        if not fitting:
            return Written(code, prefecture, city, "", "", end, end)
        written = text[end : end + rest.ends[longest - 1]]
        town = max((town for town, _ in fitting), key=lambda town: (town == written, -len(town)))
        readings = {read for _, read in fitting} - {""}
        said = " ".join((*kana, *readings)) if len(readings) == 1 else ""
        return Written(code, prefecture, city, town, said, end, end + len(written))


def names(prefecture: str, city: str) -> Iterator[str]:
    """The names people write a municipality by: with or without its prefecture, its district or its large city."""
    shorter = _DISTRICT.fullmatch(city) or _WARD.fullmatch(city)
    for name in (city, *((shorter[2],) if shorter else ())):
        yield prefecture + name
        yield name


def _beginnings(whole: Keyed) -> list[str]:
    return [whole.key[: n + 1] for n in range(min(len(whole.key), MOST)) if whole.ends[n]]


def _marks(whole: Keyed) -> str:
    return ",".join("?" * len(_beginnings(whole)))
