"""The key by which push services know this installation (VAPID, RFC 8292): drawn from its master secret, so that every
process and every machine has the same one and nobody has to keep a file.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from portal.delivery.push.sealing import CURVE, coded, point
from portal.security.keys import Keys, derived

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""How many points P-256 has (SP 800-186, 3.2.1.3)."""
HOLDS = timedelta(hours=12)
"""How long one signature may be used; a day at the most (RFC 8292, 2)."""


@lru_cache(maxsize=8)
def drawn(seed: bytes) -> ec.EllipticCurvePrivateKey:
    """The key of a 32-byte seed, widened to twice the bits of a key so that each is as likely (FIPS 186-5, A.2.1)."""
    wide = int.from_bytes(seed + derived(seed, "wider"))
    return ec.derive_private_key(wide % (ORDER - 1) + 1, CURVE)


def generations(keys: Keys) -> list[ec.EllipticCurvePrivateKey]:
    """The key of each generation, the newest first: a browser goes on knowing us by the one it was given."""
    return [drawn(seed) for seed in keys.seeds("push")]


def shown(keys: Keys) -> str:
    """The newest key as a browser is told it."""
    return coded(point(generations(keys)[0]))


def authorization(key: ec.EllipticCurvePrivateKey, to: str, contact: str, now: datetime) -> str:
    """The header by which a push service knows us: for its origin alone, for a while."""
    place = urlsplit(to)
    told = {"aud": f"{place.scheme}://{place.netloc}", "exp": int((now + HOLDS).timestamp())}
    told |= {"sub": contact} if contact else {}
    signed = f"{_part({'typ': 'JWT', 'alg': 'ES256'})}.{_part(told)}"
    r, s = decode_dss_signature(key.sign(signed.encode(), ec.ECDSA(SHA256())))
    return f"vapid t={signed}.{coded(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}, k={coded(point(key))}"


def _part(told: dict[str, object]) -> str:
    return coded(json.dumps(told, separators=(",", ":")).encode())
