"""What a clerk waits for: queues, search and a case, at a million cases of fifty towns, on both databases.

Server time of what lies below the page: queries, unsealing, the order of it all. `make bench ONLY=desk CASES=100000` is
a smaller one. Beside it: what the traces of one application cost when it is sent.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from sqlalchemy import select

from portal.accounts.staff import trail
from portal.accounts.staff.trail import LISTED, Entry
from portal.cases import turn
from portal.cases.case import CaseRow, by_id
from portal.cases.inbox import Wanted
from portal.cases.queue import counts, listing
from portal.cases.queue.listing import OLDEST, Queue
from portal.cases.search import traces
from portal.cases.search.found import search
from portal.cases.search.typed import understood
from portal.cases.talk import calls
from portal.cases.work.beside import beside
from portal.cases.work.timeline import timeline
from portal.security.keys import Keys
from portal.storage.columns import EPOCH, MILLISECOND
from portal.storage.database import Database, rows
from portal.storage.migrations import upgrade
from tests.bench.cpu import postgresql
from tests.bench.towns import BEGAN, DEPARTMENTS, SPAN, Person, codes, fill, people, sizes
from tests.cases.given import sent

LOOKS = 1000
"""Of each kind; a tenth of them to warm up, which is not counted."""
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
        kinds = {"inbox": _inbox, "search": _search, "case": _case}
        for kind, looks in kinds.items():
            waits, cpu = _timed(looks(database, keys, cases))
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


def _inbox(database: Database, keys: Keys, cases: int) -> Iterator[Look]:
    """The page of a clerk of every department: a queue, and how long each is. The biggest town has every other turn."""
    chance, kinds = Random(1), cycle(_queues())
    towns, weights = codes(), sizes(cases)
    for kind in kinds:
        town = chance.choices(towns, weights)[0]
        queue = replace(kind, municipality=town)

        def look(queue: Queue = queue, deep: bool = chance.random() < 0.3) -> None:
            with database.reading() as db:
                page = listing.page(db, keys, queue)
                if deep and page.more:
                    listing.page(db, keys, queue, page.last)
                counts.counts(db, replace(queue, assignee="s1"))
                calls.queue(db, keys, Wanted(municipality=queue.municipality, departments=queue.departments, limit=10))
            shown = [
                Entry(EPOCH + BEGAN * MILLISECOND, LISTED, "s1", one, shown=5) for one in sorted(queue.departments)
            ]
            with database.writing() as db:
                trail.add(db, keys, queue.municipality, *shown)

        yield look


def _queues() -> list[Queue]:
    usual = Queue(municipality="", departments=frozenset(DEPARTMENTS))
    late = EPOCH + (BEGAN + SPAN) * MILLISECOND - timedelta(days=14)
    return [
        usual,
        *(replace(usual, status=status) for status in ("received", "checking", "asked")),
        replace(usual, flagged=True),
        replace(usual, assignee="s1"),
        replace(usual, assignee=""),
        replace(usual, turn=turn.ASKED, waiting=late),
        replace(usual, order=OLDEST),
        replace(usual, departments=frozenset(DEPARTMENTS[-1:])),
    ]


def _search(database: Database, keys: Keys, cases: int) -> Iterator[Look]:
    """By everything one can search by, typed into one box."""
    for town, who in people(cases):
        reach = Wanted(municipality=town, departments=frozenset(DEPARTMENTS))
        for typed in _typed(who):

            def look(typed: str = typed, reach: Wanted = reach) -> None:
                with database.reading() as db:
                    found = search(db, keys, reach, understood(typed))
                    if found.more:
                        search(db, keys, reach, understood(typed), found.before)

            yield look


def _typed(who: Person) -> list[str]:
    family, _ = who.name.split("　")
    return [who.name, family, who.kana.split("　")[0], who.born, f"{family} {who.born}", who.phone]


def _case(database: Database, keys: Keys, cases: int) -> Iterator[Look]:
    """One case, everything that happened to it, and what lies beside it."""
    chance, towns, weights = Random(2), codes(), sizes(cases)
    while True:
        rank = chance.choices(range(len(towns)), weights)[0]
        town, place = towns[rank], chance.randint(1, weights[rank])
        with database.reading() as db:
            id = db.execute(select(_c.id).where(_c.municipality == town, _c.place == place)).scalar_one()

        def look(town: str = town, id: str = id) -> None:
            with database.reading() as db:
                case = by_id(db, keys, town, id)
                assert case is not None
                timeline(db, keys, case)
                beside(db, keys, Wanted(municipality=town, departments=frozenset(DEPARTMENTS)), case)

        yield look


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
