"""What a consent costs in CPU: putting it in the log, checking its bundle, keeping the root of a million leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from portal.consent import bundle, log
from portal.consent.canonical import plain
from portal.consent.findings import genuine
from portal.consent.tree import Edge, leaf
from portal.consent.verify import verify
from portal.security.keys import Keys
from portal.storage.database import Database
from portal.storage.migrations import upgrade
from tests.bench.cpu import postgresql
from tests.consent.given import ANSWERS, TOWN, agreed, sealed
from tests.serving import cpu_ms

CASES, CHECKS, LEAVES = 1000, 200, 1_000_000


def costs() -> dict[str, float]:
    """Milliseconds a case and a check, seconds for a million leaves."""
    with postgresql() as (url, theirs):
        before = cpu_ms(theirs()).total()
        there = _appended(url)
        there += (cpu_ms(theirs()).total() - before) / CASES
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.sqlite'}"
        return {"consent_append_ms": _appended(url), "consent_append_ms_postgresql": there, **_checked(url), **_grown()}


@contextmanager
def _opened(url: str) -> Iterator[tuple[Database, Keys]]:
    with TemporaryDirectory() as folder:
        database = Database(url)
        try:
            yield database, Keys.load(Path(folder))
        finally:
            database.close()


def _appended(url: str) -> float:
    """A case's five records made, added, proven and signed for, in a transaction as sending does it; ms."""
    upgrade(url)
    with _opened(url) as (database, keys):

        def case() -> None:
            with database.writing() as db:
                bundle.give(db, keys, TOWN.code, agreed())

        case()
        return _ms(case, CASES)


def _checked(url: str) -> dict[str, float]:
    """A bundle of five records with answers, among those of all cases before it."""
    with _opened(url) as (database, keys):
        with database.writing() as db:
            whole = bundle.fresh(db, keys, TOWN.code, sealed(db, keys)) | {"answers": ANSWERS}
        trusted = log.verifiers(keys, TOWN.code)
        assert genuine(verify(whole, trusted))
        kilobytes = len(plain(whole)) / 1000
        return {"consent_verify_ms": _ms(lambda: verify(whole, trusted), CHECKS), "consent_bundle_kb": kilobytes}


def _grown() -> dict[str, float]:
    """The root after each of a million leaves is one look at the edge."""
    edge, began = Edge(), process_time()
    for n in range(LEAVES):
        edge, _ = edge.grown(leaf(n.to_bytes(4)))
    spent = process_time() - began
    return {"consent_million_root_s": spent, "consent_root_of_million_us": _ms(lambda: edge.root, CHECKS) * 1000}


def _ms(what: Callable[[], object], times: int) -> float:
    began = process_time()
    for _ in range(times):
        what()
    return (process_time() - began) / times * 1000
