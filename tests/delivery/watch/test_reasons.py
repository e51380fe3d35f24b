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
    "sending SMTPServerDisconnected": "the mail server does not answer, or refuses the login",
    "POST 404": "the department's system has no door here, or keeps it shut",
    "POST 422": "the department's system refuses it",
    "POST 503": "the department's system is out of order, or its secret is missing here",
    "target not allowed": "the webhook's host is not on the open net",
    "certificate expired": "the department's certificate cannot be used, so the letter stays here",
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
