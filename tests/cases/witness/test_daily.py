"""The day's mail: once a day, to both witnesses, signed, going on from the last one."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from portal.accounts.staff import trail
from portal.accounts.staff.trail import Entry
from portal.cases.witness import daily, staff
from portal.cases.witness.daily import House
from portal.consent import checkpoint, log
from portal.consent.findings import PROVEN, Finding
from portal.consent.verify import Beside, Older, verify
from portal.delivery import outbox
from portal.delivery.envelope import Envelope
from portal.delivery.send import Worker
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database
from tests.cases.witness.authority import made, stamping
from tests.catalogue.given import TOWN
from tests.consent.given import sealed
from tests.serving import free_port

WITNESSES = ("archive@audit.example", "board@other.example")
DAY = timedelta(days=1)


@pytest.fixture
def house(database: Database, keys: Keys, tmp_path: Path) -> House:
    """A town's log with the records of one act."""
    with database.writing() as db:
        sealed(db, keys)
    return House(database, keys, Settings(var=tmp_path, witnesses=", ".join(WITNESSES)))


def posted(house: House, now: datetime) -> list[Envelope]:
    """The letters waiting, each taken out."""
    with house.database.writing() as db:
        taken = outbox.lease(db, now, 50)
        for one in taken:
            outbox.delivered(db, one, now)
    return [one.opened(house.keys) for one in taken]


def enclosed(envelope: Envelope, suffix: str) -> str:
    """The text of one enclosure."""
    return next(one.content.decode() for one in envelope.enclosures if one.name.endswith(suffix))


@pytest.mark.both_databases
def test_both_are_told_once_a_day(house: House, now: datetime) -> None:
    with ThreadPoolExecutor(4) as several:
        done = several.map(lambda _: daily.post(house, TOWN, now), range(4))
    assert sorted(done) == [False, False, False, True]
    letters = posted(house, now)
    assert sorted(one.to for one in letters) == sorted(WITNESSES)
    head = checkpoint.opened(enclosed(letters[0], ".checkpoint"), log.verifiers(house.keys, TOWN.code))
    assert head.size == 5
    assert enclosed(letters[0], ".checkpoint") in letters[0].text, "a letter that lost its files still says it"
    assert not daily.post(house, TOWN, now + timedelta(hours=13)), "still the same day in Japan"
    assert daily.post(house, TOWN, now + timedelta(hours=14))


def test_the_next_day_goes_on_from_the_last(house: House, now: datetime) -> None:
    daily.post(house, TOWN, now)
    (first, _) = posted(house, now)
    with house.database.writing() as db:
        kept: Any = sealed(db, house.keys)
    daily.post(house, TOWN, now + DAY)
    (second, _) = posted(house, now + DAY)
    proof = [b64decode(line) for line in enclosed(second, ".proof.txt").split()]
    older = Older(enclosed(first, ".checkpoint"), proof)
    found = verify(kept, log.verifiers(house.keys, TOWN.code), Beside(older))
    assert Finding("older", PROVEN) in found
    assert kept["checkpoint"] == enclosed(second, ".checkpoint")


def test_the_head_of_the_staffs_trail_goes_with_it(house: House, now: datetime) -> None:
    with house.database.writing() as db:
        trail.add(db, house.keys, TOWN.code, Entry(now, trail.LOOKED, "x"))
    daily.post(house, TOWN, now)
    mail = posted(house, now)[0]
    note = enclosed(mail, ".staff.checkpoint")
    assert staff.read(house.keys, TOWN.code, note).size == 1
    assert note in mail.text
    assert f"yorisoi desk trail {TOWN.slug} --old" in mail.text


def test_nobody_is_told_of_nothing(house: House, now: datetime) -> None:
    silent = TOWN.model_copy(update={"code": "990027"})
    assert not daily.post(house, silent, now), "a log without a record"
    assert not daily.post(replace(house, settings=replace(house.settings, witnesses="")), TOWN, now)
    assert posted(house, now) == []


def test_it_bears_a_time_stamp_where_one_can_be_had(house: House, tmp_path: Path, now: datetime) -> None:
    root = made(tmp_path / "tsa", datetime.now(UTC))
    with stamping(tmp_path / "tsa") as url:
        stamped = replace(house.settings, timestamp_url=url, timestamp_roots=str(root))
        assert daily.post(replace(house, settings=stamped), TOWN, now)
    assert len(b64decode(enclosed(posted(house, now)[0], ".tsr.base64.txt"))) > 500
    away = replace(stamped, timestamp_url=f"http://127.0.0.1:{free_port()}/")
    assert daily.post(replace(house, settings=away), TOWN, now + DAY), "who does not answer keeps no mail back"
    assert [one.name for one in posted(house, now + DAY)[0].enclosures] == [f"{TOWN.slug}-2026-11-25.checkpoint"]


class Kept:
    """A mail server that keeps what it takes."""

    def __init__(self) -> None:
        self.mails: list[tuple[Iterable[str], bytes]] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.mails.append((tuple(envelope.rcpt_tos), envelope.content))
        return "250 taken"


async def _sent(worker: Worker) -> None:
    while await worker.try_once():
        pass


def test_it_arrives_by_a_real_mail_server(house: House, now: datetime) -> None:
    kept, port = Kept(), free_port()
    server = Controller(kept, hostname="127.0.0.1", port=port)
    server.start()
    try:
        daily.post(house, TOWN, now)
        settings = replace(house.settings, smtp_url=f"smtp://127.0.0.1:{port}", mail_from="portal@town.example")
        asyncio.run(_sent(Worker(house.database, house.keys, settings, lambda: now)))
    finally:
        server.stop()
    assert sorted(to for (to,), _ in kept.mails) == sorted(WITNESSES)
    assert all(b".checkpoint" in mail for _, mail in kept.mails)
