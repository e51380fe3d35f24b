"""Certificates made for a test: of servers on this machine, and of people who read mail."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
BEGIN, END = datetime(2000, 1, 1, tzinfo=UTC), datetime(2050, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Issued:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: Key

    @property
    def pem(self) -> bytes:
        """The certificate as a file."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        """The key as a file."""
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def issued(
    *names: str, key: Key | None = None, begin: datetime = BEGIN, end: datetime = END, ca: bool = False, usage: str = ""
) -> Issued:
    """A certificate for hosts or addresses, signed by itself; `usage` is one use its key is limited to."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, names[0])])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(end)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    if usage:
        uses = dict.fromkeys(USES, False) | {usage: True}
        made = made.add_extension(x509.KeyUsage(**uses), critical=True)
    return Issued(made.sign(key, hashes.SHA256()), key)


USES = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
    *("key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
)


@cache
def rsa_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    """A key for mails, made once."""
    return rsa.generate_private_key(65537, bits)


@contextmanager
def believed(served: Issued, folder: Path, *, by_us: bool = True) -> Iterator[ssl.SSLContext]:
    """How a server shows a certificate; this test's clients believe it, or not."""
    (folder / "served.pem").write_bytes(served.pem)
    (folder / "served.key").write_bytes(served.key_pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "served.pem", folder / "served.key")
    with pytest.MonkeyPatch.context() as patched:
        if by_us:
            patched.setenv("SSL_CERT_FILE", str(folder / "served.pem"))
        yield context


def _general(name: str) -> x509.GeneralName:
    if "@" in name:
        return x509.RFC822Name(name)
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)
