"""The log: sixteen writers and no fork, proofs from the nodes kept, and nothing lost with what may be forgotten."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from portal.consent import log
from portal.consent.checkpoint import opened
from portal.consent.log import ConsentRow, Entry, Growth, HeadRow
from portal.consent.proof import consistency, extended, included, inclusion, places, roots
from portal.consent.tree import EMPTY, Edge, leaf
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.consent.trees import root_of

TOWN, OTHER = "990019", "990027"
_c = rows(ConsentRow).c


def entries(name: str, now: datetime, count: int = 1) -> list[Entry]:
    """Records of nothing in particular."""
    return [Entry(f"{name}-{n}", now, f"{name} {n}".encode()) for n in range(count)]


def contents(database: Database, town: str = TOWN) -> list[bytes]:
    """The leaves in their order."""
    with database.reading() as db:
        mine = select(_c.place, _c.record).where(_c.municipality == town).order_by(_c.place)
        found = db.execute(mine).all()
    assert [row.place for row in found] == [*range(len(found))], "each place is given once and none is left out"
    return [row.record for row in found]


@pytest.mark.both_databases
def test_sixteen_writers_of_ten_thousand_records_and_no_fork(database: Database, now: datetime) -> None:
    acts, each, growths = 2000, 5, list[Growth]()

    def write(act: int) -> None:
        with database.writing() as db:
            growths.append(log.append(db, TOWN, entries(f"act-{act}", now, each)))

    with ThreadPoolExecutor(16) as writers:
        [*writers.map(write, range(acts))]
    leaves = contents(database)
    assert len(leaves) == acts * each
    with database.reading() as db:
        edge = log.head(db, TOWN)
        head = (edge.size, edge.root)
        assert head == (len(leaves), root_of(leaves))
        for growth in growths:
            inside = {index: inclusion(index, edge.size) for index in range(growth.first, growth.edge.size)}
            onward = consistency(growth.edge.size, edge.size)
            nodes = log.nodes(db, TOWN, places([*onward, *(one for ranges in inside.values() for one in ranges)]))
            assert extended((growth.edge.size, growth.edge.root), head, roots(onward, nodes))
            for index, ranges in inside.items():
                assert included(leaf(leaves[index]), index, edge.size, roots(ranges, nodes), edge.root)


@pytest.mark.both_databases
def test_a_growth_proves_its_own_leaves_without_reading(database: Database, now: datetime) -> None:
    for n in range(1, 20):
        with database.writing() as db:
            growth = log.append(db, TOWN, entries(f"act-{n}", now, n % 5 + 1))
        leaves, edge = contents(database), growth.edge
        for index in range(growth.first, edge.size):
            assert included(
                leaf(leaves[index]), index, edge.size, growth.proof(inclusion(index, edge.size)), root_of(leaves)
            )


def test_what_fails_half_way_was_never_there(database: Database, now: datetime) -> None:
    def cut() -> None:
        with database.writing() as db:
            log.append(db, TOWN, entries("lost", now, 3))
            raise RuntimeError("cut")

    with pytest.raises(RuntimeError, match="cut"):
        cut()
    with database.writing() as db:
        assert log.append(db, TOWN, entries("kept", now)).first == 0
    assert contents(database) == [b"kept 0"]


@pytest.mark.both_databases
def test_no_place_is_given_twice(database: Database, now: datetime) -> None:
    with database.writing() as db:
        log.append(db, TOWN, entries("first", now))
    twice = {"municipality": TOWN, "id": "second", "given": now, "record": b"", "place": 0, "hashes": b""}
    with pytest.raises(IntegrityError), database.writing() as db:
        db.execute(insert(rows(ConsentRow)).values(**twice))


def test_towns_have_their_own_logs(database: Database, now: datetime, keys: Keys) -> None:
    with database.writing() as db:
        log.append(db, TOWN, entries("here", now, 2))
        log.append(db, OTHER, entries("there", now))
        here, there = log.head(db, TOWN), log.head(db, OTHER)
        assert log.head(db, "990035") == Edge()
    assert (here.size, there.size) == (2, 1)
    note = log.checkpoint(keys, TOWN, here)
    assert opened(note, log.verifiers(keys, TOWN)).root == root_of(contents(database))
    assert {one.line for one in log.verifiers(keys, TOWN)}.isdisjoint(one.line for one in log.verifiers(keys, OTHER))


def test_every_head_there_was_can_be_told_again(database: Database, now: datetime) -> None:
    with database.writing() as db:
        edges = [log.append(db, TOWN, entries(f"act-{n}", now)).edge for n in range(9)]
        assert [log.edge_at(db, TOWN, n + 1) for n in range(9)] == edges
        assert log.edge_at(db, TOWN, 0).root == EMPTY
        with pytest.raises(KeyError):
            log.edge_at(db, TOWN, 10)


def test_a_new_master_signs_beside_the_old_one(now: datetime) -> None:
    before, after = Keys({1: b"1" * 32}, b""), Keys({1: b"1" * 32, 2: b"2" * 32}, b"")
    head = Edge(1, (b"r" * 32,))
    (old,), (new, still) = log.verifiers(before, TOWN), log.verifiers(after, TOWN)
    assert still == old
    assert opened(log.checkpoint(before, TOWN, head), [new, old]).size == 1, "an old checkpoint, all keys known"
    assert opened(log.checkpoint(after, TOWN, head), [old]).size == 1, "a new one, only the old key known"
    assert opened(log.checkpoint(after, TOWN, head), [new]).size == 1


def test_the_log_stays_whole_when_records_are_forgotten(database: Database, now: datetime) -> None:
    with database.writing() as db:
        log.append(db, TOWN, entries("act", now, 7))
    leaves = contents(database)
    with database.writing() as db:
        db.execute(update(rows(ConsentRow)).where(_c.place == 3).values(record=b""))
        edge = log.head(db, TOWN)
        proof = log.proof(db, TOWN, inclusion(5, edge.size))
    assert included(leaf(leaves[5]), 5, 7, proof, edge.root)


def test_a_row_that_is_gone_is_noticed(database: Database, now: datetime) -> None:
    with database.writing() as db:
        log.append(db, TOWN, entries("act", now, 4))
        db.execute(delete(rows(ConsentRow)).where(_c.place == 0))
        with pytest.raises(KeyError):
            log.proof(db, TOWN, inclusion(1, 4))
        assert db.execute(select(func.count()).select_from(rows(HeadRow))).scalar_one() == 1
