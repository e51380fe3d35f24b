"""A time stamp (RFC 3161) of a log's head: somebody else's clock, checked against certificates the operator trusts."""

from __future__ import annotations

from pathlib import Path
from urllib.error import URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

PATIENCE = 20
"""Seconds the other machine may take."""
MOST = 100_000
"""Bytes of an answer; those of the well-known services have three to eight thousand."""
QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"


class Unstamped(Exception):
    """There is no time stamp that can be trusted; the text says why, in a few words."""


class _Straight(HTTPRedirectHandler):
    """Nobody sends us on to another machine."""

    def redirect_request(self, *_given: object) -> None:
        return None


def asked(url: str, roots: Path, content: bytes) -> bytes:
    """The answer (DER) of the service at a URL, which stamps this content by a certificate under `roots` (PEM).

    Raises Unstamped.
    """
    # Loaded where a stamp is wanted: four megabytes, and once a day.
    from cryptography.x509 import load_pem_x509_certificates
    from rfc3161_client import (
        HashAlgorithm,
        TimestampRequestBuilder,
        VerificationError,
        VerifierBuilder,
        decode_timestamp_response,
    )

    request = TimestampRequestBuilder().data(content).hash_algorithm(HashAlgorithm.SHA256).build()
    answer = _sent(url, request.as_bytes())
    try:
        verifier = VerifierBuilder.from_request(request)
        for root in load_pem_x509_certificates(roots.read_bytes()):
            verifier = verifier.add_root_certificate(root)
        good = verifier.build().verify_message(decode_timestamp_response(answer), content)
    except (OSError, ValueError, VerificationError) as error:
        raise Unstamped(f"{type(error).__name__} while it was checked") from None
    if not good:
        raise Unstamped("it is no stamp of this")
    return answer


def _sent(url: str, query: bytes) -> bytes:
    try:
        wanted = Request(url, query, {"Content-Type": QUERY, "Accept": REPLY})
        with build_opener(_Straight).open(wanted, timeout=PATIENCE) as reply:
            body = bytes(reply.read(MOST + 1))
    except (URLError, OSError, ValueError) as error:
        raise Unstamped(f"{type(error).__name__} while it was asked for") from None
    if len(body) > MOST:
        raise Unstamped("the answer is too long")
    return body
