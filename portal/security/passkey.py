"""Passkeys (Web Authentication): what a browser tells of one is checked here, whoever it is that signs or comes in.

The package that checks is loaded at the first wish: it takes 8 MB, and many a town is never asked for it.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

ALGORITHMS = (-7, -257)
"""Kinds of keys by their numbers in COSE, ES256 and RS256: one of them is known to every browser."""
LARGEST = 2_000
"""Bytes of the largest part of an answer that is looked at; what phones send has a tenth to a half."""


class Unproven(ValueError):
    """What a browser told does not show that its holder has the key, or is over something else."""


@dataclass(frozen=True)
class Place:
    """Where keys are made and used: the origin of the pages, such as https://shinsei.example.jp."""

    origin: str

    @property
    def id(self) -> str:
        """The name keys are bound to (relying party id): the host, and none of its neighbours."""
        return urlsplit(self.origin).hostname or ""

    @property
    def able(self) -> bool:
        """Whether browsers make keys for it: by https or on this machine, and by a name."""
        try:
            ipaddress.ip_address(self.id)
        except ValueError:
            return urlsplit(self.origin).scheme == "https" or self.id == "localhost"
        return False


@dataclass(frozen=True)
class Credential:
    """A key somebody holds: its id, its public half (as COSE writes it), how often it was used."""

    id: bytes
    public_key: bytes
    counter: int


@dataclass(frozen=True)
class Signature:
    """What was signed and with what: all that anybody needs to check it again."""

    authenticator_data: bytes
    client_data: str
    signature: bytes
    counter: int


def made(place: Place, challenge: bytes, told: str) -> Credential:
    """The key a browser has just made (the JSON of its answer to `create`). Raises Unproven."""
    from webauthn import verify_registration_response

    with _proving():
        came = verify_registration_response(
            credential=told,
            expected_challenge=challenge,
            expected_rp_id=place.id,
            expected_origin=place.origin,
            require_user_verification=True,
            supported_pub_key_algs=_algorithms(),
        )
    return Credential(came.credential_id, came.credential_public_key, came.sign_count)


def signed(place: Place, challenge: bytes, key: Credential, told: str) -> Signature:
    """What a browser has signed with a key (the JSON of its answer to `get`), its holder recognised by the device.

    Raises Unproven for another key, page or challenge, and for a counter that did not go on.
    """
    from webauthn import verify_authentication_response
    from webauthn.helpers import parse_authentication_credential_json, parse_client_data_json

    with _proving():
        came = parse_authentication_credential_json(told)
        verified = verify_authentication_response(
            credential=came,
            expected_challenge=challenge,
            expected_rp_id=place.id,
            expected_origin=place.origin,
            credential_public_key=key.public_key,
            credential_current_sign_count=key.counter,
            require_user_verification=True,
        )
        answer = came.response
        parts = (answer.authenticator_data, answer.client_data_json, answer.signature)
        framed = parse_client_data_json(answer.client_data_json).cross_origin
        if verified.credential_id != key.id or framed or any(len(part) > LARGEST for part in parts):
            raise Unproven
        return Signature(parts[0], parts[1].decode(), parts[2], verified.new_sign_count)


def public(key: Credential) -> tuple[int, bytes]:
    """The kind of a key and its public half as other programs read it (SubjectPublicKeyInfo, DER)."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    from webauthn.helpers import decode_credential_public_key, decoded_public_key_to_cryptography

    told = decode_credential_public_key(key.public_key)
    half = decoded_public_key_to_cryptography(told)
    return int(told.alg), half.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _algorithms() -> list[Any]:
    from webauthn.helpers.cose import COSEAlgorithmIdentifier

    return [COSEAlgorithmIdentifier(number) for number in ALGORITHMS]


@contextmanager
def _proving() -> Iterator[None]:
    """Whatever a broken answer ends in is Unproven: it comes from outside, and the package parses it by many hands."""
    try:
        yield
    except Exception as error:
        raise Unproven from error
