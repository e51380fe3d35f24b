"""Signing once more: whoever sent an application, or gave their word on it, signs it with a key of their own.

It is a leaf of its own, like taking back, and systems of the office are told. It is nobody's duty, and nothing depends
on it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.course.events import SIGNED
from portal.cases.letters.channels import News, tell
from portal.cases.letters.department import of_signed
from portal.cases.principal import standing as principal
from portal.cases.principal.word import Word
from portal.cases.status import WITHDRAWN
from portal.cases.withdrawal import taken
from portal.consent import bundle, record
from portal.consent.bundle import Json, Later
from portal.consent.own_key.challenge import challenge
from portal.consent.record import Act
from portal.consent.wording import Part
from portal.municipalities import Municipality
from portal.security import passkey
from portal.security.keys import Keys
from portal.security.passkey import Place


@dataclass(frozen=True)
class Signing:
    """Where it is done, what the browser told of the key it made and of what it signed with it (JSON); in the words
    shown (a `signature` of wording), by which act; the portal's public address.
    """

    town: Municipality
    place: Place
    made: str
    signed: str
    part: Part
    act: Act
    portal: str = ""


@dataclass(frozen=True)
class About:
    """What is signed of a case: what it was sent with, or the `word` of the person somebody else sent it for."""

    case: Case
    word: Word | None = None

    @property
    def kept(self) -> Json:
        """The bundle of it."""
        return self.word.bundle if self.word else self.case.consent

    @property
    def by(self) -> str:
        """Who signs, in a code."""
        return "principal" if self.word else "applicant"


def since(db: Connection, about: About) -> tuple[Later, ...]:
    """All that followed the act it is about, oldest first."""
    act = bundle.act(about.kept)
    return tuple(bundle.since(db, about.case.municipality, [act])[act])


def possible(about: About, later: Sequence[Later]) -> bool:
    """Whether it can be signed once more: it stands, and nobody has; a word stands until it is taken back."""
    over = about.case.status == WITHDRAWN or (about.word is not None and bool(later))
    return bool(bundle.records(about.kept)) and not over and not any(one.signed for one in later)


def wanted(about: About) -> bytes:
    """What the key is to sign (32 bytes)."""
    return challenge(bundle.records(about.kept))


def sign(db: Connection, keys: Keys, about: About, by: Signing) -> bool:
    """Keep the signature in the caller's transaction; False when that was done before or cannot be done any more.

    Raises Unproven when what the browser told does not fit the application.
    """
    shown = _shown(by, wanted(about))
    case = cases.held(db, keys, about.case.municipality, about.case.id)
    if case is None or not possible(replace(about, case=case), since(db, about)):
        return False
    bundle.add(db, keys, case.municipality, [record.signed(bundle.records(about.kept), by.part, by.act, shown)])
    letter = of_signed(case, by.town, taken(db, case), principal.of(db, keys, case))
    told = {"by": about.by, "signed_at": by.act.told["at"]}
    tell(db, keys, News(case, by.town, SIGNED, letter, by.portal, told), by.act.at)
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
