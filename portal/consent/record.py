"""The record of one act of consent: canonical JSON, no personal word, a leaf of the town's log.

It says what was agreed to (hashes of the words as shown), over which answers (a salted commitment), by whom in which
role, by which act, when, at which text size, for how long, and how it is taken back. Every value is text, a whole
number or a yes or no. What it cannot say is who held the telephone.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from portal.catalogue.version import Version
from portal.consent.canonical import commitment, plain
from portal.consent.log import Entry
from portal.consent.wording import MANDATE, Part
from portal.language.dates import JAPAN
from portal.security.tokens import new_id

FORM = 2
GIVEN, WITHDRAWN, SIGNED, WITNESSED = "given", "withdrawn", "signed", "witnessed"
WITNESS, BY_SESSION = "witness", "staff_session"
"""The role of who stood by and saw it, and how it is made sure who that was."""
ASKED_NOTHING = {"asked": "none"}
"""No recall question was asked."""
UNVERIFIED: Mapping[str, Any] = {"method": "none"}
"""Nobody was made sure of at the time of the act; papers are looked at by the office, afterwards."""
BY_PROXY: Mapping[str, Any] = {"by": "proxy"}
"""Somebody else says that they were asked; the word of the one who asked is a record of its own."""


@dataclass(frozen=True)
class Act:
    """How it was done: in which role, by which means, when; text size (%), read-aloud in use, and the other
    language the words stood in as well, "" for none.

    `means`: `hold` (held down and let go of), `two_taps`, `keyboard`, or `button` where one press is enough. `recall`:
    what was asked about the statements, whether the first answer was right, and whether they were explained.
    `verification` says how it was made sure who it is: at least a `method`.
    """

    role: str
    means: str
    text_size: int
    at: datetime
    aloud: str = ""
    also_in: str = ""
    recall: Mapping[str, Any] = field(default_factory=ASKED_NOTHING.copy)
    verification: Mapping[str, Any] = field(default_factory=lambda: UNVERIFIED)

    @property
    def told(self) -> dict[str, str]:
        """Means and time, to the second, as clocks in Japan show it."""
        return {"means": self.means, "at": self.at.astimezone(JAPAN).isoformat(timespec="seconds")}

    @property
    def accessibility(self) -> dict[str, Any]:
        """How the words were read."""
        told = {"text_scale": self.text_size, "aloud": self.aloud}
        return told | {"also_in": self.also_in} if self.also_in else told


@dataclass(frozen=True)
class Subject:
    """What it is over: the version asked, the answers (plain JSON), SHA-256 of each file sent along.

    `name` stands in the mark; `withdrawal` says how it is taken back. Who agrees to the same answers as somebody before
    them does it with the same `salt`, and names that act `beside`. `mandate` is its giver, scope and last day.
    """

    version: Version
    answers: Any
    attachments: tuple[str, ...]
    name: str
    withdrawal: Mapping[str, str]
    salt: str = field(default="", repr=False)
    mandate: Mapping[str, Any] = field(default_factory=lambda: BY_PROXY)
    beside: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Record:
    """One record and the words it is about."""

    record: dict[str, Any]
    part: Part
    at: datetime
    follows: str = ""

    @property
    def entry(self) -> Entry:
        """The leaf it becomes."""
        words = plain(self.part.words).decode() if self.follows else ""
        return Entry(self.record["record_id"], self.at, plain(self.record), self.follows, words)


@dataclass(frozen=True)
class Consent:
    """The records of one act, and the salt that ties them to answers and name; the salt never goes into the log."""

    records: tuple[Record, ...]
    salt: str = field(repr=False)
    name: str = field(repr=False)


def given(subject: Subject, parts: Sequence[Part], act: Act) -> Consent:
    """A record for each part agreed to by one act."""
    salt, version = subject.salt or os.urandom(32).hex(), subject.version
    until = _after(act.at, version.source.consent.years)
    shared: dict[str, Any] = {
        "v": FORM,
        "event": GIVEN,
        "transaction": new_id(),
        "municipality": version.municipality,
        "service": {"id": version.service, "effective": version.effective.isoformat(), "sha256": version.hash},
        "level": version.source.consent.level,
        "answers": {"commitment": commitment(salt, plain(subject.answers))},
        "attachments": list(subject.attachments),
        "actor": {"role": act.role, "commitment": commitment(salt, plain({"name": subject.name}))},
        "verification": dict(act.verification),
        "act": act.told,
        "accessibility": act.accessibility,
        "recall": dict(act.recall),
        "retention": {"years": version.source.consent.years, "until": until.isoformat()},
        "withdrawal": dict(subject.withdrawal),
        "together": len(parts),
        **subject.beside,
    }
    records = tuple(Record(_about(shared, part, subject.mandate), part, act.at) for part in parts)
    return Consent(records, salt, subject.name)


def withdrawn(before: Sequence[Mapping[str, Any]], part: Part, act: Act) -> Record:
    """A record that takes records of one act back, from now on. Raises IndexError when there is none to take back."""
    return _following(before, part, act, {"event": WITHDRAWN, "withdraws": _ids(before)})


def signed(before: Sequence[Mapping[str, Any]], part: Part, act: Act, passkey: Mapping[str, Any]) -> Record:
    """A record that all records of an act were signed with somebody's own key; `passkey` is what shows it (own_key)."""
    return _following(before, part, act, {"event": SIGNED, "signs": _ids(before), "passkey": dict(passkey)})


def witnessed(before: Sequence[Mapping[str, Any]], part: Part, act: Act, who: Mapping[str, str]) -> Record:
    """A record that one of the staff stood by when an act was done: `who` they are by id and department, and by what
    they made sure of whoever did it (`verification` of their own act). It is no consent, and stands in for none.
    """
    actor = {"role": WITNESS, **who}
    told = {"witnesses": _ids(before), "actor": actor, "verification": dict(act.verification)}
    return _following(before, part, act, {"event": WITNESSED, **told})


def _following(before: Sequence[Mapping[str, Any]], part: Part, act: Act, what: Mapping[str, Any]) -> Record:
    first = before[0]
    shared = {
        "v": FORM,
        "transaction": new_id(),
        "municipality": first["municipality"],
        "service": first["service"],
        "level": first["level"],
        "actor": {"role": act.role},
        "verification": {"method": "receipt"},
        "act": act.told,
        "accessibility": act.accessibility,
        "together": 1,
        **what,
    }
    return Record(_about(shared, part), part, act.at, first["transaction"])


def _ids(records: Sequence[Mapping[str, Any]]) -> list[str]:
    return [record["record_id"] for record in records]


def _about(shared: Mapping[str, Any], part: Part, mandate: Mapping[str, Any] = BY_PROXY) -> dict[str, Any]:
    record = {
        **shared,
        "record_id": new_id(),
        "nonce": os.urandom(16).hex(),
        "type": part.type,
        "statements": {"language": part.language, "shown": part.hashes},
        "purposes": [{"id": part.purpose, "optional": part.optional}] if part.purpose else [],
    }
    return record | ({"mandate": dict(mandate)} if part.type == MANDATE else {})


def _after(at: datetime, years: int) -> date:
    """The day so many years later, the first of March where there is no 29 February."""
    day = at.astimezone(JAPAN).date()
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
