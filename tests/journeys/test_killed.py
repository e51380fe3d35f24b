"""Whatever is killed, whenever: a receipt shown is one application, kept once, and its office has it in the end.

Never is it said that the office has what it has not. KILLS=100 kills oftener than the tests do every day.
"""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from portal.cases import case as cases
from portal.cases.arrival.acknowledgement import channels, handed_over
from portal.delivery.envelope import EMAIL, WEBHOOK
from portal.delivery.outbox import DELIVERED
from portal.delivery.send import Worker
from portal.delivery.watch.mending import aside, send_again
from portal.delivery.watch.standing import traces
from portal.delivery.webhook.signing import draw
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database, rows
from tests.delivery.given import mail_server
from tests.journeys import benefit
from tests.journeys.own_towns import received_by
from tests.journeys.unreliable import Mail, Moods, town_hall
from tests.journeys.visitor import Reply, Visitor
from tests.serving import Server, borrow_registries, listening
from tests.waiting import until

pytestmark = pytest.mark.long

KILLS = int(os.environ.get("KILLS", "15"))
WORKERS = {"sqlite": 1, "postgresql": 3}
APPLICANTS = 4
TOWN = "990019"
MUCH_LATER = timedelta(days=2)
"""After every lease and every pause."""


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
                await asyncio.to_thread(until, lambda: listening(self.port), 60)


@dataclass
class Office:
    """The department's mailbox and system, and how the portal reaches them."""

    mail: Mail
    system: Moods
    environment: dict[str, str]

    def settings(self, var: Path) -> Settings:
        """For a worker in this process."""
        given = {name: self.environment[f"YORISOI_{name.upper()}"] for name in ("smtp_url", "internal_hosts")}
        return Settings(var=var, **given)

    def calm_down(self) -> None:
        """From now on everything is taken."""
        self.mail.calm = self.system.calm = True


@contextmanager
def office(folder: Path, chance: Random) -> Iterator[Office]:
    """Servers that fail at random, and a town whose benefits come by both."""
    with ExitStack() as open_ones:
        mail = Mail(chance)
        port = open_ones.enter_context(mail_server(mail))
        system, moods = open_ones.enter_context(town_hall(folder, chance))
        url = f"https://localhost:{system.port}/cases"
        towns = received_by(folder / "towns", "welfare", [{"kind": "email"}, {"kind": "webhook", "url": url}])
        draw(folder / "secrets", f"{TOWN}-welfare")
        environment = {
            "TOWNS": str(towns),
            "SSL_CERT_FILE": str(folder / "served.pem"),
            "YORISOI_SMTP_URL": f"smtp://127.0.0.1:{port}",
            "YORISOI_INTERNAL_HOSTS": "localhost",
        }
        yield Office(mail, moods, environment)


@contextmanager
def house(var: Path, url: str, workers: int, environment: dict[str, str]) -> Iterator[list[Server]]:
    """The web server and so many workers, each a process of its own; the first is the web server."""

    def part(*command: str) -> Server:
        return Server(var, url, command=command, environment=environment, module="tests.journeys.own_towns")

    borrow_registries(var)
    prepared = part("demo")
    prepared.launch()
    prepared.wait()
    servers = [part("serve", "--only", name) for name in ("web", *["worker"] * workers)]
    servers[0].start()
    for worker in servers[1:]:
        worker.launch()
    try:
        yield servers
    finally:
        for server in servers:
            server.kill()


async def applicant(port: int, tries: Counter[str], receipts: list[str], enough: asyncio.Event) -> None:
    """One application after another; each is finished, however often the line is cut."""
    while not enough.is_set():
        visitor = Patient(port, tries=tries)
        await visitor.get(f"{benefit.SERVICE}/")
        receipts.append(await benefit.apply(visitor))
        await visitor.leave()


async def under_fire(servers: list[Server], there: Office, chance: Random, tries: Counter[str]) -> list[str]:
    """Applicants at work while the web server or a worker is killed and started again, so many times."""
    receipts: list[str] = []
    enough = asyncio.Event()

    def letters() -> int:
        return len(there.mail.taken) + len(there.system.accepted)

    port = servers[0].port
    at_work = asyncio.gather(*(applicant(port, tries, receipts, enough) for _ in range(APPLICANTS)))
    for _ in range(KILLS):
        victim = chance.choice([servers[0], chance.choice(servers[1:])])
        happened = tries.total if victim is servers[0] else letters
        moment = happened() + chance.randint(1, 40 if victim is servers[0] else 4)
        await asyncio.to_thread(until, lambda now=happened, then=moment: now() >= then or at_work.done(), 60)
        victim.kill()
        victim.launch()
    enough.set()
    await at_work
    return receipts


@pytest.fixture
def seed() -> int:
    """Printed when the test fails, to see the same again."""
    return Random().randrange(10**6)


@pytest.mark.parametrize("kind", WORKERS)
def test_nothing_is_lost_or_doubled_or_said_too_early(
    kind: str, tmp_path: Path, seed: int, request: pytest.FixtureRequest
) -> None:
    sqlite = f"sqlite:///{tmp_path / 'yorisoi.sqlite'}"
    url = sqlite if kind == "sqlite" else request.getfixturevalue("postgresql")("killed")
    tries: Counter[str] = Counter()
    with office(tmp_path, Random(seed)) as there:
        with house(tmp_path, url, WORKERS[kind], there.environment) as servers:
            receipts = asyncio.run(under_fire(servers, there, Random(seed), tries))
        assert tries["cut off"] > KILLS / 10, f"hardly anybody noticed a kill: {tries}"
        assert len(receipts) == len(set(receipts)) > KILLS / 5
        database, keys = Database(url), Keys.load(tmp_path / "keys")
        known = kept(database, keys)
        assert known.keys() == set(receipts), "an application lost, or one nobody has a receipt for"
        assert not said_too_early(database, known.values(), there)
        there.calm_down()
        worker = Worker(database, keys, there.settings(tmp_path), later, told=handed_over)
        asyncio.run(the_rest(worker))
        assert there.mail.cases == there.system.cases == known
        assert {tuple(sorted(by)) for by in brought(database, known.values())} == {(EMAIL, WEBHOOK)}
        database.close()


def later() -> datetime:
    return datetime.now(UTC) + MUCH_LATER


async def the_rest(worker: Worker) -> None:
    """A worker comes when the leases of the killed ones have run out, and an operator sends what was refused."""
    while await worker.try_once():
        pass
    with worker.database.writing() as db:
        for id in aside(db, TOWN):
            send_again(db, worker.keys, (TOWN, id), lambda one: one, later())
    while await worker.try_once():
        pass


def said_too_early(database: Database, ids: Iterable[str], there: Office) -> list[str]:
    """Cases of which it is said that the office has them, by a channel whose server took nothing about them."""
    took = there.mail.ids | there.system.accepted.keys()
    wrong = []
    for id in ids:
        with database.reading() as db:
            letters = traces(db, TOWN, id)
            said = channels(db, TOWN, id)
        sent = [letter.id for letter in letters if letter.state == DELIVERED]
        if not took.issuperset(sent) or len(said) > len(sent):
            wrong.append(id)
    return wrong


def brought(database: Database, ids: Iterable[str]) -> list[dict[str, datetime]]:
    """By which channels each case has come."""
    with database.reading() as db:
        return [channels(db, TOWN, id) for id in ids]


def kept(database: Database, keys: Keys) -> dict[str, str]:
    """Receipt number → id of every application in the database, each opened with the town's key."""
    table = rows(cases.CaseRow)
    with database.reading() as db:
        numbers = db.scalars(select(table.c.number).where(table.c.municipality == TOWN)).all()
        found = [cases.by_number(db, keys, TOWN, number) for number in numbers]
    return {case.number: case.id for case in found if case}
