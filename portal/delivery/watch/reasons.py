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
    r"(connect|sending|POST) DNS": Reason(
        "つなぐ先の名前が、見つかりません。",
        "nobody knows the host's name",
        "look for a typing error in the host's name, then at this machine's name server",
    ),
    r"(connect|sending|POST) refused": Reason(
        "つなぐ先の機械で、受け口が開いていません。",
        "nothing listens at that host and port",
        "check the port, and that the server there is running",
    ),
    r"(connect|sending|POST) timeout": Reason(
        "つなぐ先が、答えません。",
        "it does not answer in time",
        "see whether a firewall is between, and whether the server there is busy; it is tried again by itself",
    ),
    r"(connect|sending|POST) certificate 10$": Reason(
        "つなぐ先の電子証明書の期限が、切れています。",
        "the server's certificate has expired",
        "tell whoever runs that server to renew it; until then nothing is sent there",
    ),
    r"(connect|sending|POST) certificate (62|64)$": Reason(
        "つなぐ先の電子証明書が、ほかの名前のものです。",
        "the server's certificate is for another name",
        "write the host's name as it stands in its certificate, or have the certificate made for this name",
    ),
    r"(connect|sending|POST) certificate": Reason(
        "つなぐ先の電子証明書が、信じられません。",
        "nobody we know vouches for the server's certificate",
        "have it made by a known authority, or name the town's own in SSL_CERT_FILE",
    ),
    r"(connect|sending|POST) TLS": Reason(
        "つなぐ先と、暗号の約束が合いません。",
        "it speaks no TLS, or none that we do",
        "check the port: 465 goes with smtps://, 587 with smtp://, 443 with https://",
    ),
    r"connect (530|534|535|538|454 4\.7)": Reason(
        "メールのサーバーが、名前と合い言葉を断りました。",
        "the mail server refuses the login",
        "check user and password in YORISOI_SMTP_URL; signs like @ and / are written %40 and %2F",
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
    r"POST 410": Reason(
        "課のシステムの受け口が、なくなりました。",
        "the department's system says that this door is gone for good",
        "write the new address in the town's file, then resend",
    ),
    r"POST 3": Reason(
        "課のシステムの受け口が、引っ越しました。",
        "the department's system sends us elsewhere, and we follow nobody",
        "write the new address in the town's file, then resend",
    ),
    r"POST 429": Reason(
        "課のシステムが、少し待つように言っています。",
        "the department's system asks for patience",
        "nothing; it is tried again by itself",
    ),
    r"POST (broken|200|2\d\d|cut)": Reason(
        "課のシステムの答えが、終わりまで届きません。",
        "the department's system does not answer to the end",
        "ask whoever runs it to answer 2xx in full, with few words; it is tried again by itself",
    ),
    r"POST 4\d\d": Reason(
        "課のシステムが、申し込みを断りました。",
        "the department's system refuses it",
        "ask whoever runs the department's system about the code, then resend",
    ),
    r"certificate missing": Reason(
        "課の電子証明書がないので、暗号にできません。",
        "the department's certificate is not there, so the letter stays here",
        "put the file where YORISOI_CERTIFICATES says; it is tried again by itself",
    ),
    r"certificate expired": Reason(
        "課の電子証明書の期限が切れたので、暗号にできません。",
        "the department's certificate has expired, so the letter stays here",
        "ask the department for the new one and add it to the file; it is tried again by itself",
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
    r"secret": Reason(
        "課のシステムのための合い言葉が、用意されていません。",
        "there is no secret to sign by",
        "make one with `yorisoi delivery secret TOWN DEPARTMENT` and give it to whoever runs the department's system",
    ),
    r"POST": Reason(
        "課のシステムが動いていません。",
        "the department's system is out of order",
        "see `yorisoi delivery try`; it is tried again by itself",
    ),
    r"discarded": Reason(
        "送らないことに決めました。",
        "an operator decided that it need not go",
        "`yorisoi delivery resend` sends it after all",
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
