"""Signing once more: whoever sent an application signs its records with a key of their own, if they want to.

It is a leaf of its own, like taking back. It is nobody's duty, and nothing depends on it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.status import WITHDRAWN
from portal.consent import bundle, record
from portal.consent.bundle import Later
from portal.consent.own_key.challenge import challenge
from portal.consent.record import Act
from portal.consent.wording import Part
from portal.security import passkey
from portal.security.keys import Keys
from portal.security.passkey import Place


@dataclass(frozen=True)
class Signing:
    """Where it is done, what the browser told of the key it made and of what it signed with it (JSON); in the words
    shown (a `signature` of wording), by which act.
    """

    place: Place
    made: str
    signed: str
    part: Part
    act: Act


def since(db: Connection, case: Case) -> tuple[Later, ...]:
    """All that followed the act a case was sent by, oldest first."""
    act = bundle.act(case.consent)
    return tuple(bundle.since(db, case.municipality, [act])[act])


def possible(case: Case, later: Sequence[Later]) -> bool:
    """Whether an application can be signed once more: it stands, and nobody has."""
    return case.status != WITHDRAWN and bool(bundle.records(case.consent)) and not any(one.signed for one in later)


def wanted(case: Case) -> bytes:
    """What the key is to sign (32 bytes)."""
    return challenge(bundle.records(case.consent))


def sign(db: Connection, keys: Keys, about: Case, by: Signing) -> bool:
    """Keep the signature in the caller's transaction; False when that was done before or cannot be done any more.

    Raises Unproven when what the browser told does not fit the application.
    """
    shown = _shown(by, wanted(about))
    case = cases.held(db, keys, about.municipality, about.id)
    if case is None or not possible(case, since(db, case)):
        return False
    bundle.add(db, keys, case.municipality, [record.signed(bundle.records(case.consent), by.part, by.act, shown)])
    return True


def _shown(by: Signing, challenge: bytes) -> dict[str, Any]:
    """What anybody needs to check it again, as the record keeps it (consent/own_key)."""
    key = passkey.made(by.place, challenge, by.made)
    came = passkey.signed(by.place, challenge, key, by.signed)
    algorithm, half = passkey.public(key)
    return {
        "algorithm": algorithm,
        "public_key": b64encode(half).decode(),
        "origin": by.place.origin,
        "authenticator_data": b64encode(came.authenticator_data).decode(),
        "client_data": came.client_data,
        "signature": b64encode(came.signature).decode(),
    }
