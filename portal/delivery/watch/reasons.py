"""Why an envelope has not left: what its codes mean, in Japanese for letters, and how an operator mends it."""

from __future__ import annotations

import re
from typing import NamedTuple


class Reason(NamedTuple):
    """What is known of a failure: for people at the office, for the operator, and how it is mended."""

    japanese: str
    english: str
    mend: str


NOT_TRIED = Reason("順番を待っています。", "waiting for its turn", "see that `yorisoi work` runs")
OURS = Reason(
    "オンライン窓口の不具合かもしれません。",
    "a fault of this program or machine",
    "look for the envelope's id in the worker's log",
)
ADDRESS = "correct the department's address in the town's file, then resend"
KNOWN = {
    r"bounced 5\.1\.|RCPT 55\d 5\.1\.|BadAddress": Reason(
        "あて先のメールアドレスがありません。", "the address does not exist", ADDRESS
    ),
    r"(bounced|RCPT|DATA) .*[45]\.2\.2": Reason(
        "あて先のメールの箱がいっぱいです。", "the mailbox is full", "ask the department to make room, then resend"
    ),
    r"bounced": Reason(
        "あて先のサーバーから、メールが戻ってきました。",
        "it came back from the receiver's server",
        "ask whoever runs the department's mail about the code, then resend",
    ),
    r"RCPT": Reason("あて先のサーバーが、あて先を断りました。", "the receiver is refused", ADDRESS),
    r"MAIL": Reason(
        "メールのサーバーが、送り主を断りました。", "the sender is refused", "check YORISOI_MAIL_FROM, then resend"
    ),
    r"DATA": Reason(
        "メールのサーバーが、中身を断りました。",
        "the letter is refused",
        "ask whoever runs the mail server about the code, then resend",
    ),
    r"connect|sending|TimeoutError": Reason(
        "メールのサーバーにつながりません。",
        "the mail server does not answer, or refuses the login",
        "check YORISOI_SMTP_URL and the network; it is tried again by itself",
    ),
    r"POST 4(01|03|04)": Reason(
        "課のシステムが、申し込みの受け口を閉じています。",
        "the department's system has no door here, or keeps it shut",
        "check the webhook's address and secret with the department; it is tried again by itself",
    ),
    r"POST [24]\d\d": Reason(
        "課のシステムが、申し込みを断りました。",
        "the department's system refuses it",
        "ask whoever runs the department's system about the code, then resend",
    ),
    r"certificate": Reason(
        "課の電子証明書が使えないので、暗号にできません。",
        "the department's certificate cannot be used, so the letter stays here",
        "put a certificate that holds in its place; it is tried again by itself",
    ),
    r"target": Reason(
        "課のシステムのアドレスに、つないではいけない設定です。",
        "the webhook's host is not on the open net",
        "add the host to YORISOI_INTERNAL_HOSTS if it is on the town's own network",
    ),
    r"POST|secret": Reason(
        "課のシステムが動いていません。",
        "the department's system is out of order, or its secret is missing here",
        "see `yorisoi delivery try`; it is tried again by itself",
    ),
    r"disk": Reason("サーバーのディスクに書けません。", "the disk is full or away", "make room in YORISOI_VAR"),
    r"Unreadable": Reason(
        "オンライン窓口の鍵で、手紙が開けません。",
        "the keys do not open the envelope",
        "put back the keys.json it was sealed with, then resend",
    ),
}


def reason(error: str) -> Reason:
    """What the codes of a failure mean; "" is an envelope that was not tried yet."""
    if not error:
        return NOT_TRIED
    return next((known for codes, known in KNOWN.items() if re.match(codes, error)), OURS)
