"""A note sealed so that only the browser that asked for it reads it (RFC 8291: one record of aes128gcm, RFC 8188).

Written out: the one library for it has no wheel, and the packages around it bring a second and a third client for HTTP.
"""

from __future__ import annotations

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE = ec.SECP256R1()
SALT, SECRET, POINT = 16, 16, 65
"""Bytes of the salt, of the secret a browser gives with its key, and of that key (uncompressed)."""
RECORD = 4096
"""Bytes of a record at most: what every push service takes (RFC 8030, 7.2)."""
LAST = b"\x02"
"""Ends what is in the last record (RFC 8188, 2)."""


def sealed(
    text: bytes, browser: bytes, secret: bytes, own: ec.EllipticCurvePrivateKey | None = None, salt: bytes = b""
) -> bytes:
    """The body of the message. `browser` and `secret` are p256dh and auth of a subscription; `own` and `salt` are drawn
    anew for each message. Raises ValueError for a key that is none.
    """
    own, salt = own or ec.generate_private_key(CURVE), salt or os.urandom(SALT)
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, browser)
    shown = point(own)
    both = _derived(own.exchange(ec.ECDH(), theirs), secret, b"WebPush: info\0" + browser + shown, 32)
    key = _derived(both, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(both, salt, b"Content-Encoding: nonce\0", 12)
    head = salt + RECORD.to_bytes(4, "big") + bytes((len(shown),)) + shown
    return head + AESGCM(key).encrypt(nonce, text + LAST, None)


def point(key: ec.EllipticCurvePrivateKey) -> bytes:
    """What everybody may know of a key: its point, uncompressed."""
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def able(browser: bytes) -> bool:
    """Whether something can be sealed for this key."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(CURVE, browser)
    except ValueError:
        return False
    return len(browser) == POINT


def coded(raw: bytes) -> str:
    """Bytes as browsers and push services write them: base64url without padding (RFC 7515, 2)."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """The bytes of such a text. Raises ValueError."""
    return urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(secret)
