"""Somebody who signs an act with a telephone's key, as the record keeps it."""

from __future__ import annotations

import json
from base64 import b64encode, urlsafe_b64decode
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from portal.consent import bundle, record
from portal.consent.own_key.challenge import challenge
from portal.consent.record import Act
from portal.consent.wording import signature, witness
from portal.security import passkey
from portal.security.keys import Keys
from portal.security.passkey import Place
from tests.consent.given import NOW, TOWN
from tests.security.authenticator import Authenticator

HERE = Place("http://localhost")
PART = signature("鍵で印を付けます。", "鍵で印を付けます。", "ja")
ACT = Act("self", "passkey", 150, NOW + timedelta(hours=1))


def shown(kept: bundle.Json, phone: Authenticator | None = None) -> dict[str, Any]:
    """What the record says of the key."""
    phone, asked = phone or Authenticator(), challenge(bundle.records(kept))
    key = passkey.made(HERE, asked, phone.made(asked))
    came, (algorithm, half) = passkey.signed(HERE, asked, key, phone.signed(asked)), passkey.public(key)
    return {
        "algorithm": algorithm,
        "public_key": b64encode(half).decode(),
        "origin": HERE.origin,
        "authenticator_data": b64encode(came.authenticator_data).decode(),
        "client_data": came.client_data,
        "signature": b64encode(came.signature).decode(),
    }


def elsewhere(kept: bundle.Json, **amiss: Any) -> dict[str, Any]:
    """The same, signed by the very key where something is `amiss`, which no town would have taken."""
    phone = Authenticator()
    told, asked = shown(kept, phone), challenge(bundle.records(kept))
    for name, value in amiss.items():
        setattr(phone, name, value)
    answer = json.loads(phone.signed(asked))["response"]
    data, client, signature = (
        urlsafe_b64decode(f"{answer[part]}===") for part in ("authenticatorData", "clientDataJSON", "signature")
    )
    other = {"authenticator_data": b64encode(data).decode(), "signature": b64encode(signature).decode()}
    return told | other | {"client_data": client.decode()}


def stood_by(db: Connection, keys: Keys, kept: bundle.Json, **amiss: Any) -> None:
    """A leaf by which somebody of the staff says to have stood by; `amiss` instead of what would be right."""
    seen = {"method": "staff_session", "factor": "passkey", "identity": "two_papers"}
    act = Act("witness", "button", 100, NOW + timedelta(minutes=5), verification=seen)
    part = witness("そばで見ていました。", "そばで見ていました。", "ja")
    made = record.witnessed(bundle.records(kept), part, act, {"staff": "0192" * 8, "department": "welfare"})
    bundle.add(db, keys, TOWN.code, [replace(made, record=made.record | amiss)])


def countersigned(db: Connection, keys: Keys, kept: bundle.Json, told: dict[str, Any] | None = None) -> None:
    """A leaf that says so; `told` instead of what would be right."""
    made = record.signed(bundle.records(kept), PART, ACT, told or shown(kept))
    bundle.add(db, keys, TOWN.code, [made])
