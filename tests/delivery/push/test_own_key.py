"""The installation's key: the same everywhere, known to push services by a signature anybody can check."""

from __future__ import annotations

import json
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from portal.delivery.push.own_key import authorization, drawn, generations, shown
from portal.delivery.push.sealing import CURVE, coded, decoded, point
from portal.security.keys import Keys


def test_it_is_the_same_for_every_process_and_another_for_every_master() -> None:
    one, again, older = Keys({1: bytes(32)}, b""), Keys({1: bytes(32)}, b""), Keys({1: bytes(32), 2: b"1" * 32}, b"")
    assert shown(one) == shown(again)
    assert shown(older) != shown(one)
    assert coded(point(generations(older)[1])) == shown(one), "who knows us by the old one is still told"


def test_a_push_service_can_check_who_asks(now: datetime) -> None:
    key = drawn(b"1" * 32)
    header = authorization(key, "https://push.example:8443/send/abc", "mailto:it@town.example", now)
    told, known = (part.partition("=")[2] for part in header.removeprefix("vapid ").split(", "))
    head, claims, signature = told.split(".")
    raw = decoded(signature)
    proof = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
    public = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, decoded(known))
    public.verify(proof, f"{head}.{claims}".encode(), ec.ECDSA(SHA256()))
    assert json.loads(decoded(head)) == {"typ": "JWT", "alg": "ES256"}
    said = json.loads(decoded(claims))
    assert (said["aud"], said["sub"]) == ("https://push.example:8443", "mailto:it@town.example")
    assert 0 < said["exp"] - now.timestamp() <= 24 * 3600
