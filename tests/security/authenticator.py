"""A telephone's keys in a few lines: what its browser would answer, right or wrong in one thing."""

from __future__ import annotations

import json
import os
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256

import cbor2
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key as generate_rsa
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, WITH_KEY = 0x01, 0x04, 0x40


def text(content: bytes) -> str:
    """As browsers write bytes."""
    return urlsafe_b64encode(content).rstrip(b"=").decode()


@dataclass
class Authenticator:
    """One key at one place; it counts how often it signs, and knows its holder as `flags` say."""

    origin: str = "http://localhost"
    host: str = "localhost"
    flags: int = PRESENT | VERIFIED
    counter: int = 0
    cross: bool = False
    kind: int = -7
    id: bytes = field(default_factory=lambda: os.urandom(16))
    _key: EllipticCurvePrivateKey | RSAPrivateKey | None = None

    @property
    def key(self) -> EllipticCurvePrivateKey | RSAPrivateKey:
        """The private half."""
        self._key = self._key or (generate_private_key(SECP256R1()) if self.kind == -7 else generate_rsa(65537, 2048))
        return self._key

    def made(self, challenge: bytes, kind: str = "webauthn.create") -> str:
        """The answer to `create`."""
        named = bytes(16) + len(self.id).to_bytes(2) + self.id + cbor2.dumps(self._public())
        data = self._data(WITH_KEY) + named
        told = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return self._told({"clientDataJSON": self._client(kind, challenge), "attestationObject": told})

    def signed(self, challenge: bytes, kind: str = "webauthn.get") -> str:
        """The answer to `get`."""
        self.counter += 1
        client, data = self._client(kind, challenge), self._data()
        content = data + sha256(client).digest()
        key = self.key
        if isinstance(key, RSAPrivateKey):
            signature = key.sign(content, PKCS1v15(), SHA256())
        else:
            signature = key.sign(content, ECDSA(SHA256()))
        return self._told({"clientDataJSON": client, "authenticatorData": data, "signature": signature})

    def _data(self, more: int = 0) -> bytes:
        return sha256(self.host.encode()).digest() + bytes([self.flags | more]) + self.counter.to_bytes(4)

    def _client(self, kind: str, challenge: bytes) -> bytes:
        told = {"type": kind, "challenge": text(challenge), "origin": self.origin, "crossOrigin": self.cross}
        return json.dumps(told).encode()

    def _told(self, parts: dict[str, bytes]) -> str:
        response = {name: text(part) for name, part in parts.items()}
        return json.dumps({"id": text(self.id), "rawId": text(self.id), "type": "public-key", "response": response})

    def _public(self) -> dict[int, int | bytes]:
        """As COSE writes it (RFC 9053, 7)."""
        half = self.key.public_key().public_numbers()
        if isinstance(self.key, RSAPrivateKey):
            return {1: 3, 3: -257, -1: half.n.to_bytes(256), -2: half.e.to_bytes(3)}
        return {1: 2, 3: -7, -1: 1, -2: half.x.to_bytes(32), -3: half.y.to_bytes(32)}
