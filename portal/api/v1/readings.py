"""Readings: sentences of the pages that somebody heard read wrongly; no resident's word is among them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from portal.api.v1.cases import json_of
from portal.api.v1.entry import client
from portal.language.dates import JAPAN
from portal.speech import flags
from portal.speech.flags import Flag
from portal.web.house import House


class Readings:
    """The handler, reading only."""

    def __init__(self, house: House) -> None:
        self.house = house

    def listing(self, request: Request) -> Response:
        """GET /readings. Raises Refused."""
        asking = client(self.house, request)
        with self.house.database.reading() as db:
            found = flags.flagged(db, asking.municipality)
        return json_of(request, {"readings": [_told(flag) for flag in found]})


def _told(flag: Flag) -> dict[str, str | int]:
    first, last = (moment.astimezone(JAPAN).isoformat(timespec="seconds") for moment in (flag.first, flag.last))
    told: dict[str, str | int] = {"language": flag.language, "sentence": flag.sentence, "count": flag.times}
    return {**told, "first_at": first, "last_at": last}
