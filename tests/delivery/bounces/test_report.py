"""A letter that came back, an automatic answer and a person's mail are told apart, whoever wrote them."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import Policy
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.delivery.bounces.report import (
    AUTOMATIC,
    BOUNCED,
    LONGEST_HEADER,
    MOST_IDS,
    OTHER,
    Report,
    _Cut,
    _read,
    report,
)
from tests.delivery.bounces.given import BY_ENVELOPE_ID, ID, QMAIL, WHOLE, dsn, simple

BACK = {
    "headers of the letter": (dsn(), "5.1.1"),
    "the whole letter": (WHOLE, "5.1.1"),
    "the envelope's id": (BY_ENVELOPE_ID, "5.1.1"),
    "without the letter's own mark": (dsn(returned=f"Message-ID: <{ID}@portal.example>\n"), "5.1.1"),
    "given up after days": (dsn(status="4.4.7"), "4.4.7"),
    "an old program's words": (QMAIL, "5.1.1"),
}
AUTOMATICALLY = {
    "it is only late": dsn(action="delayed", status="4.4.1"),
    "it has arrived": dsn(action="delivered", status="2.0.0"),
    "RFC 3834": simple("Re: 4827-1936-52", "Auto-Submitted: auto-replied"),
    "from a postmaster": simple("Re", "Auto-Submitted: auto-replied", sender="fukushi@town.example"),
    "Exchange": simple("自動応答: 4827-1936-52", "X-Auto-Response-Suppress: All"),
    "an old vacation": simple("away", "Precedence: bulk"),
    "by its subject alone": simple("【自動返信】お問い合わせありがとうございます"),
    "away, by its subject alone": simple("不在のお知らせ"),
    "in English": simple("Out of Office: back on Monday"),
}
OTHERS = {
    "a clerk answers": simple("Re: 4827-1936-52 特別給付金を受けとる"),
    "a clerk answers, not automatically": simple("Re: 4827-1936-52", "Auto-Submitted: no"),
    "a postmaster's mail about nothing of ours": simple("hello", sender="postmaster@town.example").replace(
        ID.encode(), b"nothing"
    ),
    "about days off": simple("お休みの日に、窓口は開いていますか"),
    "about leave": simple("育児休暇の手続きについて"),
    "about an automatic answer": simple("Re: 【自動返信】お問い合わせありがとうございます"),
    "about one that stays away": simple("自動返信が届きません"),
    "in English, about a vacation": simple("Vacation home: which form?"),
    "wants no automatic answer": simple("Re: 4827-1936-52", "X-Auto-Response-Suppress: All"),
    "nothing": b"",
    "no mail": b"\xff\xfe\x00",
    "a report without a block": dsn().partition(b"Reporting-MTA")[0] + b"--b1--\n",
}


@pytest.mark.parametrize(("mail", "code"), BACK.values(), ids=BACK.keys())
def test_a_letter_that_came_back(mail: bytes, code: str) -> None:
    assert report(mail) == Report(BOUNCED, (ID,), code)
    assert report(mail.replace(b"\n", b"\r\n")) == Report(BOUNCED, (ID,), code)


@pytest.mark.parametrize("mail", AUTOMATICALLY.values(), ids=AUTOMATICALLY.keys())
def test_an_automatic_answer(mail: bytes) -> None:
    assert report(mail) == Report(AUTOMATIC)


@pytest.mark.parametrize("mail", OTHERS.values(), ids=OTHERS.keys())
def test_whatever_else_it_is(mail: bytes) -> None:
    assert report(mail).kind == OTHER


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 900), st.binary(max_size=40))
def test_no_broken_mail_breaks_anything(at: int, noise: bytes) -> None:
    whole = dsn()
    report(whole[:at] + noise + whole[at + len(noise) :])
    report(whole[:at])


def test_a_mail_made_to_keep_us_busy_does_not() -> None:
    class Counted(_Cut):
        longest = 0

        def header_fetch_parse(self, name: str, value: str) -> str:
            Counted.longest = max(Counted.longest, len(value))
            return str(super().header_fetch_parse(name, value))

    commas = b"a," * 100_000
    mail = b"From: " + commas + b"\nContent-Type: text/plain; x=" + commas + b"\nSubject: " + commas + b"\n\n"
    read = message_from_bytes(mail, policy=cast("Policy[EmailMessage]", Counted()))
    assert _read(read) == Report(OTHER)
    assert 0 < Counted.longest <= LONGEST_HEADER


def test_of_many_ids_the_first_are_looked_for() -> None:
    many = "".join(f"X-Yorisoi-Id: {n:032x}\n" for n in range(3000))
    found = report(simple("failure notice", sender="mailer-daemon@mail.example").replace(ID.encode(), many.encode()))
    assert (found.kind, len(found.ids)) == (BOUNCED, MOST_IDS)
    assert found.ids[0] == f"{0:032x}"
