"""A browser that can be told, as its push service and its user agent see it."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from portal.delivery.push.sealing import CURVE, coded, point

SECRET = bytes(range(16))


class Telephone:
    """Holds the key that notes are sealed for, and opens them (RFC 8291, 3.4, from the receiver's side)."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(CURVE)

    @property
    def given(self) -> dict[str, str]:
        """What it gives out with its address."""
        return {"p256dh": coded(point(self.key)), "auth": coded(SECRET)}

    def opened(self, body: bytes) -> str:
        """What a note says."""
        salt, length = body[:16], body[20]
        theirs, box = body[21 : 21 + length], body[21 + length :]
        shared = self.key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, theirs))
        both = HKDF(SHA256(), 32, SECRET, b"WebPush: info\0" + point(self.key) + theirs).derive(shared)
        key = HKDF(SHA256(), 16, salt, b"Content-Encoding: aes128gcm\0").derive(both)
        nonce = HKDF(SHA256(), 12, salt, b"Content-Encoding: nonce\0").derive(both)
        plain = AESGCM(key).decrypt(nonce, box, None)
        assert plain[-1:] == b"\2"
        return plain[:-1].decode()
