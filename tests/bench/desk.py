"""What a clerk waits for: queues, people who wait, search, a case, a service in numbers; at a million cases of fifty
towns, on both databases.

Whole pages: from the wish of a browser that has come in to the last byte of the answer, with the session, the queries,
unsealing, the template and what goes into the trail; only the network is left out. `make bench ONLY=desk CASES=100000`
is a smaller one. Beside it: what the traces of one application cost when it is sent.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from httpx import Response
from sqlalchemy import select
from starlette.testclient import TestClient

from portal.accounts.staff import person as staff
from portal.accounts.staff.person import Person
from portal.cases.case import CaseRow
from portal.cases.figures import tally
from portal.cases.figures.tally import ANSWERED, KEPT, LANGUAGE, SENT, TEXT, One, day_of
from portal.cases.search import traces
from portal.cases.sent import COUNTER, PAPER, WEB
from portal.catalogue.offered import Catalogue
from portal.catalogue.version import Version
from portal.municipalities.municipality import Municipality
from portal.preferences import TEXT as PREFERENCES
from portal.security.keys import Keys
from portal.storage.columns import EPOCH, MILLISECOND
from portal.storage.database import Database, rows
from portal.storage.migrations import upgrade
from tests.bench import towns
from tests.bench.cpu import postgresql
from tests.bench.towns import BEGAN, DEPARTMENTS, SPAN, codes, fill, people, sizes
from tests.cases.given import KASUMIGAHAMA, WELFARE, sent
from tests.catalogue.given import service
from tests.desk.given import TownHall

LOOKS = 1000
"""Of each kind; a tenth of them to warm up, which is not counted."""
QUEUES = (
    "", "status=received", "status=checking", "status=asked", "flagged=on", "whose=mine", "whose=free",
    "waiting=7", "order=oldest", f"department={DEPARTMENTS[-1]}",
)  # fmt: skip
SERVICE = "kyufukin"
COUNTED = (
    *((SENT, channel) for channel in (WEB, COUNTER, PAPER)),
    *((LANGUAGE, code) for code in ("ja", "en", "pt-BR", "ne")),
    *((TEXT, str(size)) for size in PREFERENCES),
    *((ANSWERED, str(days)) for days in range(10)),
)
"""Kinds of numbers of a day: more than most days have."""
MORE = re.compile(r'/desk/town\d+/cases\?[^"]*behind=[^"]*')
Look = Callable[[], object]
_c = rows(CaseRow).c


def desk() -> dict[str, float]:
    """The figures of both databases."""
    found: dict[str, float] = {}
    cases = int(os.environ.get("CASES", "1000000"))
    with TemporaryDirectory() as folder:
        found |= _measured(f"sqlite:///{folder}/desk.sqlite", "sqlite", cases)
    with postgresql() as (url, _):
        found |= _measured(url, "postgresql", cases)
    return found


def _measured(url: str, name: str, cases: int) -> dict[str, float]:
    upgrade(url)
    with TemporaryDirectory() as folder:
        keys, database = Keys.load(Path(folder)), Database(url)
        began = perf_counter()
        fill(database, keys, cases)
        found = {f"desk_fill_s_{name}": perf_counter() - began}
        hall = TownHall(database, keys, EPOCH + (BEGAN + SPAN) * MILLISECOND, towns=_towns())
        browsers = _browsers(hall)
        for kind, looks in LOOKED_AT.items():
            waits, cpu = _timed(looks(hall, browsers, cases))
            found |= {f"desk_{kind}_p{p}_ms_{name}": waits[len(waits) * p // 100] for p in (50, 95)}
            found[f"desk_{kind}_worst_ms_{name}"] = waits[-1]
            found[f"desk_{kind}_p95_cpu_ms_{name}"] = cpu[len(cpu) * 95 // 100]
        found[f"desk_traces_ms_per_application_{name}"] = _traces(database, keys)
        database.close()
    return found


def _timed(looks: Iterator[Look]) -> tuple[list[float], list[float]]:
    """Milliseconds of each look, in order of their length: by the clock, and of this process's processor, which other
    work on the machine does not lengthen."""
    waits, cpu = [], []
    for n, look in enumerate(islice(looks, LOOKS + LOOKS // 10)):
        began, busy = perf_counter(), process_time()
        look()
        if n >= LOOKS // 10:
            waits.append((perf_counter() - began) * 1000)
            cpu.append((process_time() - busy) * 1000)
    return sorted(waits), sorted(cpu)


def _browsers(hall: TownHall) -> dict[str, TestClient]:
    """In each town a clerk of every department who has come in: the first of those the cases are shared out to."""
    found = {}
    for town in hall.towns:
        somebody = Person(town.code, "s0", "佐藤 恵", {"*": frozenset({"approver"})}, hall.now, hall.now)
        with hall.database.writing() as db:
            staff.add(db, hall.keys, somebody)
            staff.join(db, somebody, hall.now)
        found[town.code] = hall.inside(somebody)
    return found


def _towns() -> tuple[Municipality, ...]:
    known = dict.fromkeys(DEPARTMENTS, WELFARE)
    return tuple(
        KASUMIGAHAMA.model_copy(update={"code": code, "slug": f"town{code}", "departments": known}) for code in codes()
    )


def _desk(code: str) -> str:
    return f"/desk/town{code}"


def _shown(answer: Response) -> str:
    assert answer.status_code == 200, (answer.status_code, answer.headers.get("location"))
    return answer.text


def _inbox(hall: TownHall, browsers: Mapping[str, TestClient], cases: int) -> Iterator[Look]:
    """A queue with how long each is, or the page after its first. The biggest town has every other turn."""
    chance = Random(1)
    for query in cycle(QUEUES):
        town = chance.choices(codes(), sizes(cases))[0]
        address = f"{_desk(town)}/cases?{query}"
        if chance.random() < 0.3 and (more := MORE.search(_shown(browsers[town].get(address)))):
            address = unescape(more[0])
        yield lambda browser=browsers[town], address=address: _shown(browser.get(address))


def _home(hall: TownHall, browsers: Mapping[str, TestClient], cases: int) -> Iterator[Look]:
    """The first page, with the people who wait."""
    for town in Random(2).choices(codes(), sizes(cases), k=2 * LOOKS):
        yield lambda town=town: _shown(browsers[town].get(f"{_desk(town)}/"))


def _figures(hall: TownHall, browsers: Mapping[str, TestClient], cases: int) -> Iterator[Look]:
    """A month, or every tenth time a year, of a service in numbers; every kind of number was counted on each day."""
    hall.house.catalogue = Catalogue(
        [Version.of(one, SERVICE, date(2026, 4, 1), service(department=DEPARTMENTS[0])) for one in codes()]
    )
    days = [day_of(hall.now - timedelta(days=n)) for n in range(KEPT.days)]
    for town in codes():
        some = {One(DEPARTMENTS[0], SERVICE, day, what, of): 7 for day in days for what, of in COUNTED}
        with hall.database.writing() as db:
            tally.add(db, town, some, (0, 1, hall.now))
    for n, town in enumerate(Random(3).choices(codes(), sizes(cases), k=2 * LOOKS)):
        address = f"{_desk(town)}/figures/{SERVICE}?days={30 if n % 10 else 365}"
        yield lambda town=town, address=address: _shown(browsers[town].get(address))


def _search(hall: TownHall, browsers: Mapping[str, TestClient], cases: int) -> Iterator[Look]:
    """By everything one can search by, typed into one box."""
    for town, who in people(cases):
        for typed in _typed(who):
            yield lambda town=town, typed=typed: _shown(browsers[town].post(f"{_desk(town)}/search", data={"q": typed}))


def _typed(who: towns.Person) -> list[str]:
    family, _ = who.name.split("　")
    return [who.name, family, who.kana.split("　")[0], who.born, f"{family} {who.born}", who.phone]


def _case(hall: TownHall, browsers: Mapping[str, TestClient], cases: int) -> Iterator[Look]:
    """One case, everything that happened to it, and what lies beside it; that it was looked at goes into the trail."""
    chance, known, weights = Random(2), codes(), sizes(cases)
    while True:
        rank = chance.choices(range(len(known)), weights)[0]
        town, place = known[rank], chance.randint(1, weights[rank])
        with hall.database.reading() as db:
            id = db.execute(select(_c.id).where(_c.municipality == town, _c.place == place)).scalar_one()
        yield lambda town=town, id=id: _shown(browsers[town].get(f"{_desk(town)}/cases/{id}"))


LOOKED_AT = {"inbox": _inbox, "home": _home, "search": _search, "case": _case, "figures": _figures}


def _traces(database: Database, keys: Keys) -> float:
    """Milliseconds that the traces of one application take in its transaction: the middle of many, so that what else
    the machine does tells little."""
    town, took = codes()[0], []
    with database.writing() as db:
        for n in range(500):
            one = replace(sent(), municipality=town)
            began = perf_counter()
            traces.keep(db, keys, one, f"{n:032x}")
            took.append((perf_counter() - began) * 1000)
    return median(took)
