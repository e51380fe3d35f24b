"""Codes have a meaning: for the office in Japanese, for the operator with what to do."""

from __future__ import annotations

import re

import pytest

from portal.delivery.watch.reasons import KNOWN, NOT_TRIED, OURS, reason

MEANT = {
    "": "waiting for its turn",
    "RCPT 550 5.1.1": "the address does not exist",
    "BadAddress": "the address does not exist",
    "bounced 5.1.1": "the address does not exist",
    "bounced 5.2.2": "the mailbox is full",
    "bounced 5.7.1": "it came back from the receiver's server",
    "RCPT 550 5.7.1": "the receiver is refused",
    "DATA 452 4.2.2": "the mailbox is full",
    "DATA 554 5.6.0": "the letter is refused",
    "MAIL 553": "the sender is refused",
    "connect 421 4.3.2": "the mail server does not answer, or refuses the login",
    "sending cut off": "the mail server does not answer, or refuses the login",
    "connect DNS": "nobody knows the host's name",
    "POST refused": "nothing listens at that host and port",
    "POST timeout": "it does not answer in time",
    "connect certificate 10": "the server's certificate has expired",
    "POST certificate 62": "the server's certificate is for another name",
    "POST certificate 18": "nobody we know vouches for the server's certificate",
    "connect TLS": "it speaks no TLS, or none that we do",
    "connect 535 5.7.8": "the mail server refuses the login",
    "POST 301": "the department's system sends us elsewhere, and we follow nobody",
    "POST 410": "the department's system says that this door is gone for good",
    "POST 429": "the department's system asks for patience",
    "POST broken answer": "the department's system does not answer to the end",
    "POST 200 answer too long": "the department's system does not answer to the end",
    "secret missing": "there is no secret to sign by",
    "certificate missing": "the department's certificate is not there, so the letter stays here",
    "POST 404": "the department's system has no door here, or keeps it shut",
    "POST 422": "the department's system refuses it",
    "POST 503": "the department's system is out of order",
    "target not allowed": "the webhook's host is not on the open net",
    "certificate expired 2026-11-01": "the department's certificate has expired, so the letter stays here",
    "certificate too weak": "the department's certificate cannot be used, so the letter stays here",
    "disk errno 28": "the disk is full or away",
    "Unreadable": "the keys do not open the envelope",
    "ZeroDivisionError": "a fault of this program or machine",
}


@pytest.mark.parametrize(("error", "meaning"), MEANT.items())
def test_a_code_has_a_meaning(error: str, meaning: str) -> None:
    assert reason(error).english == meaning


def test_each_says_what_to_do_and_is_plain_for_the_office() -> None:
    for one in (NOT_TRIED, OURS, *KNOWN.values()):
        assert one.mend
        assert not re.search(r"[A-Za-z]", one.japanese)
