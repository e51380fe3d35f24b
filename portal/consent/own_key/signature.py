"""Whether what a record says of a passkey fits: checked by what stands there alone, on any machine.

A passkey signs authenticator data and the hash of the client data (Web Authentication, Level 2, 7.2). The first names
the place it may be used at and says that somebody was there and was recognised, the second names the page and what was
to be signed. Whose key it is, it does not say.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from portal.consent.own_key.challenge import written

ES256, RS256 = -7, -257
"""Kinds of keys, by their numbers in COSE: those that every browser offers."""
PARTS = {"algorithm", "public_key", "origin", "authenticator_data", "client_data", "signature"}
PRESENT, VERIFIED = 0x01, 0x04
"""Flags of the authenticator data: somebody was there; they were recognised by face, finger or number."""
SHORTEST = 37
"""Bytes of authenticator data: the place's hash, the flags, the counter."""


def fits(passkey: Mapping[str, Any], challenge: bytes) -> bool:
    """Whether the key has signed that challenge at the page named. Raises ValueError and its like for what is amiss."""
    if passkey.keys() != PARTS:
        return False
    data, client = _bytes(passkey["authenticator_data"]), passkey["client_data"].encode()
    told, host = json.loads(client), urlsplit(passkey["origin"]).hostname or ""
    return (
        len(data) >= SHORTEST
        and data[:32] == sha256(host.encode()).digest()
        and data[32] & PRESENT > 0
        and data[32] & VERIFIED > 0
        and told["type"] == "webauthn.get"
        and told["challenge"] == written(challenge)
        and told["origin"] == passkey["origin"]
        and told.get("crossOrigin", False) is False
        and _signed(passkey, data + sha256(client).digest())
    )


def _signed(passkey: Mapping[str, Any], content: bytes) -> bool:
    signature = _bytes(passkey["signature"])
    try:
        key = load_der_public_key(_bytes(passkey["public_key"]))
        match key, passkey["algorithm"]:
            case EllipticCurvePublicKey(curve=SECP256R1()), algorithm if algorithm == ES256:
                key.verify(signature, content, ECDSA(SHA256()))
            case RSAPublicKey(), algorithm if algorithm == RS256:
                key.verify(signature, content, PKCS1v15(), SHA256())
            case _:
                return False
    except (InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _bytes(text: str) -> bytes:
    """Base64 written in its one right way. Raises ValueError."""
    plain = b64decode(text, validate=True)
    if b64encode(plain).decode() != text:
        raise ValueError("written in another way")
    return plain
