"""Readings: sentences of the pages that somebody heard read wrongly; no resident's word is among them."""

from __future__ import annotations

from starlette.responses import Response

from portal.accounts.scope import READ_READINGS
from portal.api.v1.answer import json_of
from portal.api.v1.call import Call
from portal.api.v1.operation import Operation
from portal.api.v1.shapes.both import Both
from portal.api.v1.shapes.reading import Reading, Readings
from portal.language.dates import JAPAN
from portal.speech import flags
from portal.speech.flags import Flag


def listing(call: Call) -> Response:
    """GET /readings."""
    with call.house.database.reading() as db:
        found = flags.flagged(db, call.client.municipality)
    return json_of(call.request, Readings(readings=[_told(flag) for flag in found]))


def _told(flag: Flag) -> Reading:
    first, last = (moment.astimezone(JAPAN).isoformat(timespec="seconds") for moment in (flag.first, flag.last))
    return Reading(language=flag.language, sentence=flag.sentence, count=flag.times, first_at=first, last_at=last)


OPERATIONS = (
    Operation(
        id="listReadings",
        method="GET",
        path="/api/v1/readings",
        handler=listing,
        says=Both(
            "「読み方がちがう」と言われた文を、多いものから受けとります",
            "Sentences that were heard read wrongly, the most frequent first",
        ),
        more=Both(
            "ページの文だけです。申し込んだ人が書いたことばは、入りません。",
            "Sentences of pages alone; nothing a resident wrote is among them.",
        ),
        scope=READ_READINGS,
        gives=Readings,
        gives_says=Both("この町のページの文", "Sentences of this town's pages"),
        tagged=True,
    ),
)
