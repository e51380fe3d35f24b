"""Whatever is killed, whenever: a receipt shown is one application, kept once, and its department has the letter."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from portal.cases import case as cases
from portal.delivery.outbox import LEASE
from portal.delivery.send import Worker
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database, rows
from tests.journeys import benefit
from tests.journeys.visitor import Reply, Visitor
from tests.serving import Server, borrow_registries, listening
from tests.waiting import until

pytestmark = pytest.mark.long

KILLS = {"sqlite": 50, "postgresql": 15}
APPLICANTS = 4
TOWN = "990019"


@dataclass
class Patient(Visitor):
    """Somebody who sends the same page again until an answer comes, as people and their phones do."""

    tries: Counter[str] = field(default_factory=Counter)

    async def _ask(self, method: str, path: str, body: bytes, swap: bool) -> Reply:
        while True:
            self.tries["asked"] += 1
            try:
                return await super()._ask(method, path, body, swap)
            except (OSError, EOFError):
                self.tries["cut off"] += 1
                await asyncio.to_thread(until, lambda: listening(self.port))


async def applicant(port: int, tries: Counter[str], receipts: list[str], enough: asyncio.Event) -> None:
    """One application after another; each is finished, however often the line is cut."""
    while not enough.is_set():
        visitor = Patient(port, tries=tries)
        await visitor.get(f"{benefit.SERVICE}/")
        receipts.append(await benefit.apply(visitor))
        await visitor.leave()


async def under_fire(servers: dict[str, Server], kills: int, chance: Random, tries: Counter[str]) -> list[str]:
    """Applicants at work while the web server or the mail worker is killed and started again, so many times."""
    receipts: list[str] = []
    enough = asyncio.Event()
    outbox = servers["web"].var / "outbox"

    def letters() -> int:
        return sum(1 for _ in outbox.glob("*"))

    port = servers["web"].port
    at_work = asyncio.gather(*(applicant(port, tries, receipts, enough) for _ in range(APPLICANTS)))
    for _ in range(kills):
        victim = servers[chance.choice(["web", "worker"])]
        happened = letters if victim is servers["worker"] else tries.total
        moment = happened() + chance.randint(1, 3 if happened is letters else 40)
        await asyncio.to_thread(until, lambda now=happened, then=moment: now() >= then or at_work.done())
        victim.kill()
        victim.launch()
    enough.set()
    await at_work
    return receipts


@contextmanager
def house(var: Path, url: str) -> Iterator[dict[str, Server]]:
    """The web server and the mail worker, each a process of its own."""
    borrow_registries(var)
    prepared = Server(var, url, command=("demo",))
    prepared.launch()
    prepared.wait()
    web, worker = (Server(var, url, command=("serve", "--only", part)) for part in ("web", "worker"))
    web.start()
    worker.launch()
    try:
        yield {"web": web, "worker": worker}
    finally:
        web.kill()
        worker.kill()


@pytest.fixture
def seed() -> int:
    """Printed when the test fails, to see the same again."""
    return Random().randrange(10**6)


@pytest.mark.parametrize("kind", KILLS)
def test_nothing_is_lost_or_doubled(kind: str, tmp_path: Path, seed: int, request: pytest.FixtureRequest) -> None:
    sqlite = f"sqlite:///{tmp_path / 'yorisoi.sqlite'}"
    url = sqlite if kind == "sqlite" else request.getfixturevalue("postgresql")("killed")
    tries: Counter[str] = Counter()
    with house(tmp_path, url) as servers:
        receipts = asyncio.run(under_fire(servers, KILLS[kind], Random(seed), tries))
    assert tries["cut off"] > KILLS[kind] / 10, f"hardly anybody noticed a kill: {tries}"
    assert len(receipts) == len(set(receipts)) > KILLS[kind] / 5
    database, keys = Database(url), Keys.load(tmp_path / "keys")
    assert kept(database, keys).keys() == set(receipts), "an application lost, or one nobody has a receipt for"
    asyncio.run(later(Worker(database, keys, Settings(var=tmp_path), lambda: datetime.now(UTC) + LEASE)))
    assert delivered(tmp_path) == kept(database, keys)
    database.close()


async def later(worker: Worker) -> None:
    """A worker comes when the leases of the killed ones have run out, and sends what they left."""
    while await worker.try_once():
        pass


def kept(database: Database, keys: Keys) -> dict[str, str]:
    """Receipt number → id of every application in the database, each opened with the town's key."""
    table = rows(cases.CaseRow)
    with database.reading() as db:
        numbers = db.scalars(select(table.c.number).where(table.c.municipality == TOWN)).all()
        found = [cases.by_number(db, keys, TOWN, number) for number in numbers]
    return {case.number: case.id for case in found if case}


def delivered(var: Path) -> dict[str, str]:
    """Receipt number → case id of every letter that left, from the JSON enclosed."""
    letters = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in var.glob("outbox/*.eml")]
    enclosed = [json.loads(part.get_content()) for mail in letters for part in mail.iter_attachments()]
    return {case["number"]: case["id"] for case in enclosed}
