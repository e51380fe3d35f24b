"""Sealing for a browser: to the byte as RFC 8291 shows it, another time each time."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric import ec

from portal.delivery.push.sealing import CURVE, able, coded, decoded, sealed
from tests.delivery.push.given import SECRET, Telephone

EXAMPLE = {
    "browser": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    "secret": "BTBZMqHH6r4Tts7J_aSIgg",
    "own": "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
    "salt": "DGv6ra1nlYgDCS1FRnbzlw",
}
"""RFC 8291, appendix A."""
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A"
    "_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def test_the_example_of_the_rfc() -> None:
    own = ec.derive_private_key(int.from_bytes(decoded(EXAMPLE["own"])), CURVE)
    browser, secret, salt = (decoded(EXAMPLE[name]) for name in ("browser", "secret", "salt"))
    assert coded(sealed(b"When I grow up, I want to be a watermelon", browser, secret, own, salt)) == BODY


def test_only_the_browser_reads_it_and_no_two_are_alike() -> None:
    phone = Telephone()
    boxes = {sealed("知らせ".encode(), decoded(phone.given["p256dh"]), SECRET) for _ in range(2)}
    assert {phone.opened(box) for box in boxes} == {"知らせ"}
    assert len(boxes) == 2


def test_what_is_no_key_is_known() -> None:
    assert able(decoded(Telephone().given["p256dh"]))
    assert not any(map(able, (b"", b"\4" + bytes(64), bytes(65), decoded(Telephone().given["p256dh"])[:-1])))
