"""A trial tells nobody anything: neither of a case nor of a person."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime

from portal.delivery.envelope import Envelope
from portal.delivery.watch.trial import TRIED, outcome, tries
from portal.delivery.way import Failed
from portal.municipalities.own.changes import Change
from portal.municipalities.own.overlay import changed
from tests.cases.given import KASUMIGAHAMA

EACH = [{"kind": "email", "certificate": "a.pem"}, {"kind": "webhook", "url": "https://a.example/"}, {"kind": "api"}]


def test_each_channel_has_its_letter(now: datetime) -> None:
    town = changed(KASUMIGAHAMA, [Change("delivery.welfare", {"delivery": EACH})])
    mail, posted, nothing = (one.letter for one in tries(town, "welfare", now))
    assert mail
    assert posted
    assert nothing is None
    assert (mail.to, mail.key, mail.files, mail.enclosures) == ("welfare@town.example", "a.pem", (), ())
    assert (posted.to, posted.key) == ("https://a.example/", "990019-welfare")
    assert json.loads(posted.text)["data"] == {}
    assert json.loads(posted.text)["type"] == TRIED


class Broken:
    """A way that leads nowhere."""

    async def send(self, letter: Envelope, now: datetime) -> None:
        raise Failed("connect refused")


def test_what_came_of_it_is_told_by_its_codes(now: datetime) -> None:
    [one] = tries(KASUMIGAHAMA, "welfare", now)
    assert one.letter
    assert asyncio.run(outcome({one.letter.channel: Broken()}, one.letter, now)) == "connect refused"  # type: ignore[dict-item]
    assert asyncio.run(outcome({}, None, now)) is None
