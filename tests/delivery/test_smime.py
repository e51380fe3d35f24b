"""Sealed mails: whoever has the department's key opens them, nobody else; a certificate that will not do says why."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import pkcs7

from portal.delivery.smime import BadCertificate, last_moment, recipients, sealed
from tests.delivery.certificates import BEGIN, END, Issued, issued, rsa_key

ENTITY = "Content-Type: text/plain\r\n\r\n山田 花子\r\n\r\n".encode()
DAY = timedelta(days=1)


def department(**changes: object) -> Issued:
    """A certificate of people who read mail."""
    return issued("welfare@town.example", **{"key": rsa_key()} | changes)  # type: ignore[arg-type]


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    return tmp_path / "welfare.pem"


def test_the_department_opens_what_was_sealed(pem: Path, now: datetime) -> None:
    theirs = department()
    pem.write_bytes(theirs.pem)
    box = sealed(ENTITY, recipients(pem, now))
    assert "山田".encode() not in box
    opened = pkcs7.pkcs7_decrypt_der(box, theirs.certificate, theirs.key, [])  # type: ignore[arg-type]
    assert opened == ENTITY


def test_it_is_sealed_by_aes_256(pem: Path, now: datetime) -> None:
    pem.write_bytes(department().pem)
    aes_256_cbc = bytes.fromhex("060960864801650304012a")  # 2.16.840.1.101.3.4.1.42 in DER
    assert aes_256_cbc in sealed(ENTITY, recipients(pem, now))


def test_during_a_change_either_certificate_opens_it(pem: Path, now: datetime) -> None:
    old, new = department(), department(key=rsa_key(3072))
    pem.write_bytes(old.pem + new.pem)
    box = sealed(ENTITY, recipients(pem, now))
    for theirs in (old, new):
        assert pkcs7.pkcs7_decrypt_der(box, theirs.certificate, theirs.key, []) == ENTITY  # type: ignore[arg-type]


def test_an_old_certificate_and_an_authority_are_passed_over(pem: Path, now: datetime) -> None:
    good, old, authority = department(), department(end=now - DAY), department(ca=True)
    pem.write_bytes(old.pem + authority.pem + good.pem)
    found = recipients(pem, now)
    assert found == [good.certificate]
    assert last_moment(found) == good.certificate.not_valid_after_utc


WRONG = {
    "certificate unreadable": lambda now: b"-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n",
    "certificate expired 2026-11-23": lambda now: department(end=now - DAY).pem,
    "certificate not valid before 2026-11-25": lambda now: department(begin=now + DAY).pem,
    "certificate of an authority": lambda now: department(ca=True).pem,
    "certificate without RSA": lambda now: issued("a@town.example").pem,
    "certificate too weak": lambda now: department(key=rsa_key(1024)).pem,
    "certificate for signing only": lambda now: department(usage="digital_signature").pem,
}


def broken(oid: x509.ObjectIdentifier) -> Issued:
    """A certificate of theirs with something nobody can read in it."""
    key, name = rsa_key(), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "welfare@town.example")])
    made = x509.CertificateBuilder(name, name, key.public_key(), 1).not_valid_before(BEGIN).not_valid_after(END)
    made = made.add_extension(x509.UnrecognizedExtension(oid, b"\x30\x03junk"), critical=False)
    return Issued(made.sign(key, hashes.SHA256()), key)


@pytest.mark.parametrize("oid", [x509.BasicConstraints.oid, x509.KeyUsage.oid])
def test_what_nobody_can_read_inside_is_told_and_stops_nothing(
    pem: Path, now: datetime, oid: x509.ObjectIdentifier
) -> None:
    pem.write_bytes(broken(oid).pem)
    with pytest.raises(BadCertificate, match=r"^certificate unreadable$"):
        recipients(pem, now)


@pytest.mark.parametrize("why", WRONG)
def test_a_certificate_that_will_not_do_says_why(pem: Path, now: datetime, why: str) -> None:
    pem.write_bytes(WRONG[why](now))
    with pytest.raises(BadCertificate, match=f"^{why}$"):
        recipients(pem, now)


def test_a_certificate_for_sealing_will_do(pem: Path, now: datetime) -> None:
    pem.write_bytes(department(usage="key_encipherment").pem)
    assert recipients(pem, now)


def test_a_certificate_that_is_not_there_says_so(pem: Path, now: datetime) -> None:
    with pytest.raises(BadCertificate, match=r"^certificate missing$"):
        recipients(pem, now)
