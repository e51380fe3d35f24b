"""Mails that only the department can open: S/MIME (RFC 8551), sealed to the certificates of a PEM file.

During a change of certificates the file holds both, and a mail can be opened with either.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

SHORTEST_KEY = 2048
"""Bits of an RSA key: RFC 8551, 4.3."""


class BadCertificate(Exception):
    """A file by which nothing can be sealed now; the text is a code: "certificate expired 2026-11-01"."""


def recipients(path: Path, now: datetime) -> list[x509.Certificate]:
    """The certificates of a file that are good now; those of authorities are passed over. Raises BadCertificate."""
    try:
        held = x509.load_pem_x509_certificates(path.read_bytes())
    except FileNotFoundError:
        raise BadCertificate("certificate missing") from None
    except (OSError, ValueError):
        raise BadCertificate("certificate unreadable") from None
    try:
        return _good(held, now)
    except (ValueError, x509.DuplicateExtension, UnsupportedAlgorithm):  # what is inside is looked at by and by
        raise BadCertificate("certificate unreadable") from None


def _good(held: Sequence[x509.Certificate], now: datetime) -> list[x509.Certificate]:
    theirs = [one for one in held if not _authority(one)]
    if not theirs:
        raise BadCertificate("certificate of an authority")
    good = [one for one in theirs if one.not_valid_before_utc <= now <= one.not_valid_after_utc]
    if not good:
        raise BadCertificate(_out_of_time(theirs, now))
    for one in good:
        _check_key(one)
    return good


def last_moment(certificates: Sequence[x509.Certificate]) -> datetime:
    """Until when mails can be sealed by these."""
    return max(one.not_valid_after_utc for one in certificates)


def sealed(entity: bytes, certificates: Sequence[x509.Certificate]) -> bytes:
    """A MIME entity (CRLF line ends) as EnvelopedData (RFC 5652) in DER: AES-256 in CBC, the key by RSA for each."""
    builder = pkcs7.PKCS7EnvelopeBuilder().set_data(entity).set_content_encryption_algorithm(AES256)
    for one in certificates:
        builder = builder.add_recipient(one)
    return builder.encrypt(Encoding.DER, [pkcs7.PKCS7Options.Binary])


def _authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _out_of_time(certificates: Sequence[x509.Certificate], now: datetime) -> str:
    last = last_moment(certificates)
    if last < now:
        return f"certificate expired {last.date().isoformat()}"
    return f"certificate not valid before {min(one.not_valid_before_utc for one in certificates).date().isoformat()}"


def _check_key(certificate: x509.Certificate) -> None:
    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey):
        raise BadCertificate("certificate without RSA")
    if key.key_size < SHORTEST_KEY:
        raise BadCertificate("certificate too weak")
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not usage.key_encipherment:
        raise BadCertificate("certificate for signing only")
