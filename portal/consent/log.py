"""The log: each town's records as the leaves of one Merkle tree, which only grows.

A leaf is added in the transaction of what it tells of. The row of a town's head is locked from then to the commit, so
leaves stand one after another and no place is given twice. With a leaf are kept the nodes it made full: those over the
leaves from `n << level` on stand with the last of them. So nothing is ever written anew; a proof reads O(log n) rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import BigInteger, Connection, Index, bindparam, insert, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.consent.checkpoint import Checkpoint, Signer, Verifier, origin, signed
from portal.consent.proof import Place, Range, full, places, roots
from portal.consent.tree import HASH, Edge, leaf
from portal.security.keys import Keys
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

FOLLOWING = text("follows <> ''")


class ConsentRow(SQLModel, table=True):
    """One leaf: `record` is its canonical JSON, byte for byte what is hashed; `place` counts from 0.

    `hashes` are the nodes it made full, itself first. One that takes records back or signs them once more names their
    act in `follows` and keeps its own `words`; those of what was given stay with the case. Records from before the log
    have no place.
    """

    __tablename__ = "consents"
    __table_args__ = (
        Index("consents_place", "municipality", "place", unique=True),
        Index(
            *("consents_follows", "municipality", "follows"),
            sqlite_where=FOLLOWING,
            postgresql_where=FOLLOWING,
        ),
    )
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    given: datetime = Field(sa_type=Moment)
    record: bytes
    place: int | None = Field(default=None, sa_type=BigInteger)
    hashes: bytes | None = None
    follows: str = Field(default="", sa_column_kwargs={"server_default": ""})
    words: str = Field(default="", sa_column_kwargs={"server_default": ""})


class HeadRow(SQLModel, table=True):
    """The head of a town's log: how many leaves, and the roots of the full subtrees on its right edge."""

    __tablename__ = "log_heads"
    municipality: str = Field(primary_key=True)
    size: int = Field(sa_type=BigInteger)
    edge: bytes


@dataclass(frozen=True)
class Entry:
    """What becomes a leaf."""

    id: str
    given: datetime
    record: bytes
    follows: str = ""
    words: str = ""


@dataclass(frozen=True)
class Growth:
    """What adding leaves came to: the first one's index, the edge after them, every node their proofs are made of."""

    first: int
    edge: Edge
    nodes: Mapping[Place, bytes]

    def proof(self, ranges: Iterable[Range]) -> list[bytes]:
        """The roots of subtrees on the way from one of the leaves to the root."""
        return roots(ranges, self.nodes)


_consents, _heads = rows(ConsentRow), rows(HeadRow)
_c = _consents.c
_of_town = _heads.c.municipality == bindparam("town")
_HEAD = Prepared(select(_heads.c.size, _heads.c.edge).where(_of_town))
_HOLD = Prepared(select(_heads.c.size, _heads.c.edge).where(_of_town).with_for_update())
_MOVE = Prepared(update(_heads).where(_of_town).values(size=bindparam("leaves"), edge=bindparam("peaks")))


def append(db: Connection, municipality: str, entries: Sequence[Entry]) -> Growth:
    """Add leaves within the caller's transaction; others who want to add wait for its end."""
    edge = _held(db, municipality)
    first, nodes, values = edge.size, dict(zip(full(0, edge.size), edge.peaks, strict=True)), dict[str, Any]()
    for n, entry in enumerate(entries):
        place = edge.size
        edge, made = edge.grown(leaf(entry.record))
        nodes |= {(level, place >> level): hash for level, hash in enumerate(made)}
        row = {"municipality": municipality, "id": entry.id, "given": milliseconds(entry.given), "record": entry.record}
        row |= {"place": place, "hashes": b"".join(made)}
        row |= {"follows": entry.follows, "words": entry.words}
        values |= {f"{name}_{n}": value for name, value in row.items()}
    _adding(len(entries)).run(db, values)
    _MOVE.run(db, {"town": municipality, "leaves": edge.size, "peaks": b"".join(edge.peaks)})
    return Growth(first, edge, nodes)


def head(db: Connection, municipality: str) -> Edge:
    """The edge of a town's log as it stands."""
    return _edge(_HEAD.run(db, {"town": municipality}).fetchone())


def edge_at(db: Connection, municipality: str, size: int) -> Edge:
    """The edge of the log when it had that many leaves. Raises KeyError when it never did."""
    found = nodes(db, municipality, full(0, size))
    return Edge(size, tuple(found[place] for place in full(0, size)))


def proof(db: Connection, municipality: str, ranges: Sequence[Range]) -> list[bytes]:
    """The roots of subtrees, by one reading. Raises KeyError when the log has not so many leaves."""
    return roots(ranges, nodes(db, municipality, places(ranges)))


def nodes(db: Connection, municipality: str, wanted: Iterable[Place]) -> dict[Place, bytes]:
    """Full nodes by level and number, those there are."""
    at = {(level, number): (number + 1 << level) - 1 for level, number in wanted}
    if not at:
        return {}
    where = (_c.municipality == municipality, _c.place.in_(set(at.values())))
    kept = {row.place: row.hashes for row in db.execute(select(_c.place, _c.hashes).where(*where))}
    return {node: kept[place][HASH * node[0] : HASH * (node[0] + 1)] for node, place in at.items() if place in kept}


@lru_cache(maxsize=4096)
def signers(keys: Keys, municipality: str) -> tuple[Signer, ...]:
    """Who signs a town's checkpoints: its newest key and those before it, so that who knows only those can go on."""
    return tuple(Signer(origin(municipality), seed) for seed in keys.seeds(f"log:{municipality}"))


def verifiers(keys: Keys, municipality: str) -> tuple[Verifier, ...]:
    """A town's public keys, the newest first."""
    return tuple(signer.verifier for signer in signers(keys, municipality))


def checkpoint(keys: Keys, municipality: str, edge: Edge) -> str:
    """The signed head of a town's log."""
    return signed(Checkpoint(origin(municipality), edge.size, edge.root), signers(keys, municipality))


def _held(db: Connection, municipality: str) -> Edge:
    row = _HOLD.run(db, {"town": municipality}).fetchone()
    if row is None:
        _first(db.dialect.name).run(db, {"municipality": municipality, "size": 0, "edge": b""})
        row = _HOLD.run(db, {"town": municipality}).fetchone()
    return _edge(row)


def _edge(row: Any) -> Edge:
    if row is None:
        return Edge()
    size, edge = row
    return Edge(size, tuple(edge[at : at + HASH] for at in range(0, len(edge), HASH)))


@cache
def _first(dialect: str) -> Prepared:
    """The head of a log that was empty so far; of two who begin it at once, one does."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return Prepared(insert(_heads).on_conflict_do_nothing())


@cache
def _adding(count: int) -> Prepared:
    return Prepared(insert(_consents).values([{c.name: bindparam(f"{c.name}_{n}") for c in _c} for n in range(count)]))
