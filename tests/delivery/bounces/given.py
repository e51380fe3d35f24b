"""Mails as they lie in the mailbox of a sender: reports of several servers, automatic answers, people's words."""

from __future__ import annotations

ID = "0192f3a4" * 4


def dsn(id: str = ID, action: str = "failed", status: str = "5.1.1", returned: str = "") -> bytes:
    """A report as Postfix writes it (RFC 3464), with the letter's headers."""
    headers = returned or f"From: yorisoi@portal.example\nMessage-ID: <{id}@portal.example>\nX-Yorisoi-Id: {id}\n"
    return f"""\
Return-Path: <>
From: MAILER-DAEMON@mx.example.jp (Mail Delivery System)
To: yorisoi@portal.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.jp
X-Postfix-Queue-ID: 4F0

Final-Recipient: rfc822; welfare@town.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <welfare@town.example>: User unknown

--b1
Content-Type: text/rfc822-headers

{headers}
--b1--
""".encode()


WHOLE = dsn().replace(b"text/rfc822-headers", b"message/rfc822")
BY_ENVELOPE_ID = dsn(returned="Subject: gone\n").replace(
    b"Reporting-MTA: dns; mx.example.jp", f"Original-Envelope-Id: {ID}\nReporting-MTA: dns; mx.example.jp".encode()
)
QMAIL = f"""\
Return-Path: <>
From: MAILER-DAEMON@old.example.jp
To: yorisoi@portal.example
Subject: failure notice

Hi. This is the qmail-send program at old.example.jp.
I'm afraid I wasn't able to deliver your message to the following addresses.

<welfare@town.example>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Message-ID: <{ID}@portal.example>
""".encode()


def simple(subject: str, *headers: str, sender: str = "fukushi@town.example") -> bytes:
    """A mail of a few words."""
    more = "".join(f"{line}\n" for line in headers)
    return (
        f"From: {sender}\nTo: yorisoi@portal.example\nSubject: {subject}\nIn-Reply-To: <{ID}@portal.example>\n{more}"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        f"ありがとうございます。5.1.1 {ID}\n"
    ).encode()
