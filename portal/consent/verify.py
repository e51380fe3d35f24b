"""Checking a bundle without asking anybody: what it proves, what does not fit, what was not looked at.

static/verify does the same in a browser, written apart from this: the two must come to the same findings.

Nothing here reads a database or a key of ours, so that an auditor's machine comes to the same result.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from portal.consent import checkpoint as notes
from portal.consent.canonical import canonical, commitment, digest
from portal.consent.checkpoint import Checkpoint, Unsigned, Verifier, origin
from portal.consent.findings import FAILED, LEFT, PROVEN, Finding
from portal.consent.own_key.challenge import challenge
from portal.consent.own_key.signature import fits
from portal.consent.proof import extended, included
from portal.consent.record import BY_SESSION, GIVEN, SIGNED, WITHDRAWN, WITNESS, WITNESSED
from portal.consent.tree import leaf
from portal.language.words import SOURCE

REQUIRED, MAY = {"v", "records", "checkpoint"}, {"salt", "name", "answers"}
SALT = re.compile(r"[0-9a-f]{64}")
MOST = 64
"""Most records of one bundle, and most hashes of one proof: 2^64 leaves need no more."""
LARGEST = 1_000_000
"""Bytes of the largest bundle looked at; one of a whole household with all answers has a twentieth."""
AMISS = (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError)
"""What looking at something that is no bundle ends in."""


class Misshapen(ValueError):
    """This is no bundle."""


@dataclass(frozen=True)
class Older:
    """Another checkpoint of the same log, signed as well, and the proof that one of the two goes on from the other."""

    note: str
    proof: Sequence[bytes] = ()


@dataclass(frozen=True)
class Beside:
    """What may be laid beside a bundle: another checkpoint, and the contents of files that were sent along."""

    older: Older | None = None
    files: Sequence[bytes] = ()


def read(file: bytes | str) -> Any:
    """What a file holds; None for what is no JSON or is too large."""
    try:
        return json.loads(file) if len(file) <= LARGEST else None
    except AMISS:
        return None


def verify(bundle: Any, verifiers: Sequence[Verifier], beside: Beside = Beside()) -> list[Finding]:
    """Every finding about a bundle, by public keys that are trusted for other reasons than that they came with it."""
    try:
        held = _Held(bundle)
    except AMISS:
        return [Finding("shape", FAILED)]
    found = [*_signature(held, verifiers), Finding("place", _state(held.in_place))]
    if _state(held.together) == FAILED:
        found.append(Finding("together", FAILED))
    found += [Finding("words", _state(held.worded)), _answers(held)]
    if held.of(WITHDRAWN):
        found.append(Finding("back", _state(held.taken_back)))
    if held.of(SIGNED):
        found.append(Finding("passkey", _state(held.signed)))
    if held.of(WITNESSED):
        found.append(Finding("witness", _state(held.witnessed)))
    if beside.files:
        sent = {hash for record in held.of(GIVEN) for hash in record["attachments"]}
        found.append(Finding("files", _state(lambda: {sha256(file).hexdigest() for file in beside.files} <= sent)))
    if beside.older:
        found.append(_older(held.head, beside.older, verifiers))
    return found


def _state(look: Callable[[], bool]) -> str:
    """Proven or failed; what cannot even be looked at has failed."""
    try:
        return PROVEN if look() else FAILED
    except AMISS:
        return FAILED


class _Held:
    """A bundle taken apart. Raises Misshapen or another error of its kind."""

    def __init__(self, bundle: Any) -> None:
        if not REQUIRED <= bundle.keys() <= REQUIRED | MAY or bundle["v"] != 1:
            raise Misshapen
        self.entries = bundle["records"]
        if not 0 < len(self.entries) <= MOST:
            raise Misshapen
        for entry in self.entries:
            if entry.keys() != {"index", "record", "statements", "proof"} or type(entry["index"]) is not int:
                raise Misshapen
            words, proof = entry["statements"], entry["proof"]
            if words.keys() != {"shown", "source"} or not all(
                isinstance(one, list) for one in (*words.values(), proof)
            ):
                raise Misshapen
            if len(proof) > MOST:
                raise Misshapen
            if entry["record"]["event"] not in (GIVEN, WITHDRAWN, SIGNED, WITNESSED):
                raise Misshapen
        self.note = bundle["checkpoint"]
        self.head = notes.read(self.note)
        self.secrets = {key: bundle[key] for key in MAY & bundle.keys()}

    def of(self, event: str) -> list[Any]:
        """The records of what was given, or of what was taken back."""
        return [entry["record"] for entry in self.entries if entry["record"]["event"] == event]

    @property
    def newest(self) -> datetime:
        """When the last of it was done."""
        return max(_moment(entry["record"]["act"]["at"]) for entry in self.entries)

    def in_place(self) -> bool:
        """Whether every record stands in the signed tree of its own town."""
        return all(
            self.head.origin == origin(entry["record"]["municipality"])
            and included(
                leaf(canonical(entry["record"])),
                entry["index"],
                self.head.size,
                [_hash(text) for text in entry["proof"]],
                self.head.root,
            )
            for entry in self.entries
        )

    def together(self) -> bool:
        """Whether the records of what was given are all those of one act."""
        given = self.of(GIVEN)
        ids = {record["record_id"] for record in given}
        acts = {(record["transaction"], record["together"], record["answers"]["commitment"]) for record in given}
        return len(acts) == 1 and len(ids) == len(given) == given[0]["together"]

    def worded(self) -> bool:
        """Whether the words are those whose hashes stand in the records."""
        return all(_worded(entry["record"]["statements"], entry["statements"]) for entry in self.entries)

    def taken_back(self) -> bool:
        """Whether what was taken back had been given by this act."""
        ids = {record["record_id"] for record in self.of(GIVEN)}
        return all(record["withdraws"] and {*record["withdraws"]} <= ids for record in self.of(WITHDRAWN))

    def signed(self) -> bool:
        """Whether somebody's own key has signed all records of this act."""
        given = self.of(GIVEN)
        ids, wanted = [record["record_id"] for record in given], challenge(given)
        return all(one["signs"] == ids and fits(one["passkey"], wanted) for one in self.of(SIGNED))

    def witnessed(self) -> bool:
        """Whether somebody of the staff, in that role and no other, says to have stood by when all of it was done."""
        ids = [record["record_id"] for record in self.of(GIVEN)]
        roles = {record["actor"]["role"] for record in self.of(GIVEN)}
        return WITNESS not in roles and all(
            (one["witnesses"], one["actor"]["role"], one["verification"]["method"]) == (ids, WITNESS, BY_SESSION)
            for one in self.of(WITNESSED)
        )

    def answered(self) -> bool:
        """Whether answers and name are those that were sealed."""
        salt = self.secrets["salt"]
        sealed = {key: commitment(salt, canonical(value)) for key, value in self._sealed() if SALT.fullmatch(salt)}
        told = ((record["answers"], record["actor"]) for record in self.of(GIVEN))
        return bool(sealed) and all(
            sealed.get("answers", answers["commitment"]) == answers["commitment"]
            and sealed.get("name", actor["commitment"]) == actor["commitment"]
            for answers, actor in told
        )

    def _sealed(self) -> Iterator[tuple[str, Any]]:
        if "answers" in self.secrets:
            yield "answers", self.secrets["answers"]
        if "name" in self.secrets:
            yield "name", {"name": self.secrets["name"]}


def _signature(held: _Held, verifiers: Sequence[Verifier]) -> Iterator[Finding]:
    try:
        _, signing = notes.signed_by(held.note, verifiers)
    except Unsigned:
        yield Finding("signature", FAILED)
        return
    yield Finding("signature", PROVEN)
    if all(one.until for one in signing):  # nothing that was done later can have been signed by it
        yield Finding("key", _state(lambda: held.newest <= max(map(_moment, (one.until for one in signing)))))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _answers(held: _Held) -> Finding:
    if not held.secrets:
        return Finding("answers", LEFT)
    state = _state(held.answered)
    return Finding("answers", LEFT if state == PROVEN and "answers" not in held.secrets else state)


def _worded(hashes: Mapping[str, Any], words: Mapping[str, Any]) -> bool:
    shown, source = words["shown"], words["source"]
    if not source and hashes["language"] == SOURCE:
        source = shown
    if not len(hashes["shown"]) == len(shown) == len(source) or not shown:
        return False
    return all(
        told["id"] == one["id"] and told["sha256"] == digest(one) and told["source_sha256"] == digest(japanese)
        for told, one, japanese in zip(hashes["shown"], shown, source, strict=True)
    )


def _older(head: Checkpoint, older: Older, verifiers: Sequence[Verifier]) -> Finding:
    """Whichever of the two has more leaves must go on from the other."""
    try:
        other = notes.opened(older.note, verifiers)
    except ValueError:
        return Finding("older", FAILED)
    first, second = sorted(((head.size, head.root), (other.size, other.root)))
    if first[0] != second[0] and first[0] and not older.proof:
        return Finding("older", LEFT)
    return Finding("older", _state(lambda: head.origin == other.origin and extended(first, second, older.proof)))


def _hash(text: str) -> bytes:
    """A hash in base64, written in its one right way. Raises ValueError."""
    plain = b64decode(text, validate=True)
    if len(plain) != 32 or b64encode(plain).decode() != text:
        raise Misshapen
    return plain
