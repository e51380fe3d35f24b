"""The bundle: all that somebody needs who wants to check a consent for themselves, in one JSON document.

{"v", "records": [{"index", "record", "statements", "proof"}], "checkpoint"} and, for whoever may see them, "salt",
"name" and "answers". A case keeps the bundle of its own day, all but the answers, which it has; whoever asks later gets
one with proofs for the log as it stands then, and with what was taken back or signed once more.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, select, text

from portal.consent import log
from portal.consent.log import ConsentRow, Growth
from portal.consent.proof import inclusion, places, roots
from portal.consent.record import SIGNED, WITHDRAWN, WITNESSED, Consent, Record
from portal.security.keys import Keys
from portal.storage.database import rows
from portal.storage.prepared import Prepared

FORM = 1
SECRETS = ("salt", "name", "answers")
"""What only those have who may see the answers."""
Json = Any

_c = rows(ConsentRow).c


def add(db: Connection, keys: Keys, municipality: str, records: Sequence[Record]) -> Json:
    """Add records to the town's log in the caller's transaction; gives their bundle as it stands with its end.

    The head is signed before the commit. Should that fail, nobody has seen the signature: the bundle leaves after it.
    """
    growth = log.append(db, municipality, [record.entry for record in records])
    entries = [_entry(growth, index, record) for index, record in enumerate(records, growth.first)]
    return {"v": FORM, "records": entries, "checkpoint": log.checkpoint(keys, municipality, growth.edge)}


def give(db: Connection, keys: Keys, municipality: str, consent: Consent) -> Json:
    """Add what was agreed to; gives what the case keeps of it."""
    return add(db, keys, municipality, consent.records) | {"salt": consent.salt, "name": consent.name}


def _entry(growth: Growth, index: int, record: Record) -> Json:
    hashes = growth.proof(inclusion(index, growth.edge.size))
    return {"index": index, "record": record.record, "statements": record.part.words, "proof": _written(hashes)}


class Later(NamedTuple):
    """What followed an act: the record of it, the words it was done with, its place in the log."""

    record: Mapping[str, Any]
    words: Mapping[str, Any]
    place: int

    @property
    def at(self) -> datetime:
        """When it was done; what was taken back holds no more since then."""
        return datetime.fromisoformat(self.record["act"]["at"])

    @property
    def signed(self) -> bool:
        """Whether it is a signature with somebody's own key."""
        return bool(self.record["event"] == SIGNED)

    @property
    def witnessed(self) -> bool:
        """Whether it tells that somebody of the staff stood by."""
        return bool(self.record["event"] == WITNESSED)


class Taken(Later):
    """What was taken back."""

    __slots__ = ()

    @property
    def purpose(self) -> str:
        """The purpose of the consent that was taken back; "" when it was the application as a whole."""
        return next((one["id"] for one in self.record["purposes"]), "")


def records(kept: Json) -> list[dict[str, Any]]:
    """The records of a bundle; none for what was agreed to before there was a log."""
    return [entry["record"] for entry in (kept or {}).get("records", ())]


def act(kept: Json) -> str:
    """The id of the act all records of what was given share; "" where there is none."""
    return next((str(record["transaction"]) for record in records(kept)), "")


def taken(db: Connection, municipality: str, acts: Iterable[str]) -> Mapping[str, list[Taken]]:
    """What was taken back of several acts, oldest first."""
    found = defaultdict[str, list[Taken]](list)
    for act, followed in since(db, municipality, acts).items():
        found[act] = [one for one in followed if isinstance(one, Taken)]
    return found


def since(db: Connection, municipality: str, acts: Iterable[str]) -> Mapping[str, list[Later]]:
    """All that followed several acts, oldest first."""
    found = defaultdict[str, list[Later]](list)
    if wanted := sorted({act for act in acts if act}):
        values = {"town": municipality} | {f"act_{n}": act for n, act in enumerate(wanted)}
        rows = _following(len(wanted)).run(db, values).fetchall()
        for follows, record, words, place in sorted(rows, key=itemgetter(3)):
            told = json.loads(record)
            kind = Taken if told["event"] == WITHDRAWN else Later
            found[follows].append(kind(told, json.loads(words), place))
    return found


@cache
def _following(count: int) -> Prepared:
    """The query about so many acts: every receipt looks for what followed it."""
    return Prepared(following(bindparam("town"), [bindparam(f"act_{n}") for n in range(count)]))


def following(municipality: Any, acts: Sequence[Any]) -> Select[Any]:
    """The query for it, in no order: an order, or no first condition, would lead SQLite to another index."""
    mine = (text("follows <> ''"), _c.municipality == municipality, _c.follows.in_(acts))
    return select(_c.follows, _c.record, _c.words, _c.place).where(*mine)


def fresh(db: Connection, keys: Keys, municipality: str, kept: Json) -> Json:
    """A kept bundle with proofs for the log as it stands now, and with all that followed."""
    later = since(db, municipality, [act(kept)])[act(kept)]
    entries = [{**entry} for entry in kept["records"]]
    entries += [{"index": one.place, "record": one.record, "statements": one.words} for one in later]
    edge = log.head(db, municipality)
    wanted = [inclusion(entry["index"], edge.size) for entry in entries]
    nodes = log.nodes(db, municipality, places(each for ranges in wanted for each in ranges))
    for entry, ranges in zip(entries, wanted, strict=True):
        entry["proof"] = _written(roots(ranges, nodes))
    return kept | {"records": entries, "checkpoint": log.checkpoint(keys, municipality, edge)}


def without_secrets(bundle: Json) -> Json:
    """A bundle that tells nothing of the answers, to be shown around."""
    return {key: value for key, value in bundle.items() if key not in SECRETS}


def _written(hashes: Iterable[bytes]) -> list[str]:
    return [b64encode(hash).decode() for hash in hashes]
