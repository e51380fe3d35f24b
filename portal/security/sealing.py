"""Sealed boxes: AES-256-GCM with a fresh nonce, bound to the row they belong to."""

from __future__ import annotations

import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12
FORMAT = 1


class Unreadable(Exception):
    """The box was made with another key, for another row, or was changed."""


class Sealer:
    """Seals with the newest of its keys and opens with any of them.

    A box is: format (1 byte), key generation (1 byte), nonce (12), ciphertext with tag.
    """

    def __init__(self, keys: Mapping[int, bytes]) -> None:
        self._ciphers = {generation: AESGCM(key) for generation, key in keys.items()}
        self._newest = max(keys)

    def seal(self, plain: bytes, about: str) -> bytes:
        """A box that opens only with these keys and the same `about`."""
        nonce = os.urandom(NONCE)
        head = bytes((FORMAT, self._newest))
        return head + nonce + self._ciphers[self._newest].encrypt(nonce, plain, head + about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        """The plain bytes. Raises Unreadable."""
        head, nonce, box = sealed[:2], sealed[2 : 2 + NONCE], sealed[2 + NONCE :]
        cipher = self._ciphers.get(head[1]) if len(nonce) == NONCE and head[0] == FORMAT else None
        if cipher is None:
            raise Unreadable
        try:
            return cipher.decrypt(nonce, box, head + about.encode())
        except InvalidTag:
            raise Unreadable from None
