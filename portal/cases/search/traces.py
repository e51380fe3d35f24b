"""Traces: the words of a case as keyed hashes, kept in the transaction in which the case is, gone when it is."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Connection, Index, bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.cases.search import words
from portal.cases.search.words import Word
from portal.cases.sent import Sent
from portal.security.keys import Keys
from portal.storage.database import rows
from portal.storage.prepared import Prepared

RULES = 1
"""By which rules `words` makes words of a case. Who changes them sets `traced` of every case to 0 in a migration."""
BYTES = 8
"""Of a hash: among ten million traces of a town a wrong case comes up once in a million million searches."""


class CaseTraceRow(SQLModel, table=True):
    """One word of the case `about`; `term` is its hash."""

    __tablename__ = "case_traces"
    # Patterned, it finds a case's traces and orders none: PostgreSQL would walk a whole town for the newest of a name.
    __table_args__ = (
        Index("case_traces_about", "municipality", "about", postgresql_ops={"about": "varchar_pattern_ops"}),
        {"sqlite_with_rowid": False},
    )
    municipality: str = Field(primary_key=True)
    term: int = Field(primary_key=True, sa_type=BigInteger)
    department: str = Field(primary_key=True)
    about: str = Field(primary_key=True)


_traces = rows(CaseTraceRow)
_t = _traces.c


def hashed(keys: Keys, municipality: str, some: Iterable[Word]) -> list[int]:
    """The hashes of words in a town, each once, in no order that tells anything."""
    key = keys.index(municipality)
    made = (hmac.digest(key, f"{kind}:{plain}".encode(), "sha256") for kind, plain in some)
    return sorted({int.from_bytes(one[:BYTES], "big", signed=True) for one in made})


def keep(db: Connection, keys: Keys, sent: Sent, id: str) -> None:
    """Keep the traces of the case with this id."""
    terms = hashed(keys, sent.municipality, words.of(sent))
    if terms:
        row = {"municipality": sent.municipality, "department": sent.department, "about": id}
        _insert(db.dialect.name, len(terms)).run(db, row | {f"term{n}": term for n, term in enumerate(terms)})


def drop(db: Connection, municipality: str, id: str) -> None:
    """Forget the traces of a case, to make them anew."""
    db.execute(delete(_traces).where(_t.municipality == municipality, _t.about == id))


@cache
def _insert(dialect: str, count: int) -> Prepared:
    """One statement for all words of a case."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    same: dict[str, Any] = {name: bindparam(name) for name in ("municipality", "department", "about")}
    return Prepared(insert(_traces).values([{**same, "term": bindparam(f"term{n}")} for n in range(count)]))
