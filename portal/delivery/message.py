"""An envelope as an e-mail (RFC 5322): what a clerk's mail program opens.

Written line by line: the letters are all of one shape (MIME, RFC 2045 to 2047), and the standard library's
generator took half of what a whole letter costs.
"""

from __future__ import annotations

import re
from base64 import encodebytes
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.utils import encode_rfc2231, format_datetime, formataddr, parseaddr
from functools import lru_cache

from portal.delivery.envelope import Envelope
from portal.language.dates import JAPAN
from portal.storage.files import File

CRLF = "\r\n"
LINE_END = re.compile("\r\n|\r|\n")
CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")
MEDIA_TYPE = re.compile(r"([a-z0-9][a-z0-9!#$&^_.+-]*)/([a-z0-9][a-z0-9!#$&^_.+-]*)")
ADDRESS = re.compile(r"[\x21-\x3f\x41-\x7e]+@[A-Za-z0-9.-]+")
BOUNDARY = "=_{}"
"""Between the parts stands the envelope's id behind a sign that base64 does not know, so no part can hold it."""
SEALED = 'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"'
SEALED_NAME = 'Content-Disposition: attachment; filename="smime.p7m"\r\n'
"""What holds a sealed mail (RFC 8551, 3.2 and 3.3)."""
LONGEST_NAME = 80
"""Signs of a file's name that travel; each may take nine bytes, and a line holds 998 (RFC 5322, 2.1.1)."""


Seal = Callable[[bytes], bytes]
"""Makes of a MIME entity what only its receiver can open, as DER (S/MIME)."""


class BadAddress(ValueError):
    """No mail can go to or from this address."""


@dataclass(frozen=True)
class Stamp:
    """What stays the same however often a letter goes out: sender, and when it was posted."""

    sender: str
    posted: datetime


def message(envelope: Envelope, stamp: Stamp, files: Iterable[File] = (), seal: Seal | None = None) -> bytes:
    """The whole mail, CRLF line ends. Message-ID and X-Yorisoi-Id come from the envelope's id, so that a
    mail sent twice is known as one. With `seal` its receiver alone can read more than the headers. Raises BadAddress.
    """
    between = BOUNDARY.format(envelope.id)
    parts = [
        f'Content-Type: multipart/mixed; boundary="{between}"\r\n\r\n'.encode("ascii"),
        _body(envelope),
        *(_attached(one.name, one.media_type, one.content) for one in envelope.enclosures),
        *(_attached(file.name, file.media_type, file.content) for file in files),
    ]
    entity = f"--{between}\r\n".encode().join(parts) + f"--{between}--\r\n".encode()
    return _headers(envelope, stamp) + (_part(SEALED, seal(entity), SEALED_NAME) if seal else entity)


@lru_cache(1024)
def bare(address: str) -> str:
    """The address alone, as the server wants it: "Name <a@b.jp>" gives "a@b.jp". Raises BadAddress."""
    found = parseaddr(address)[1]
    if CONTROL.search(address) or not ADDRESS.fullmatch(found):
        raise BadAddress
    return found


def _headers(envelope: Envelope, stamp: Stamp) -> bytes:
    """Those of the mail; those of what is in it follow."""
    subject = Header(CONTROL.sub(" ", envelope.subject).strip(), "utf-8", header_name="Subject")
    lines = [
        "MIME-Version: 1.0",
        _addressed("From", stamp.sender, envelope.sender),
        _addressed("To", envelope.to),
        f"Subject: {subject.encode(linesep=CRLF)}",
        f"Date: {format_datetime(stamp.posted.astimezone(JAPAN))}",
        f"Message-ID: <{envelope.id}@{bare(stamp.sender).partition('@')[2]}>",
        f"X-Yorisoi-Id: {envelope.id}",
        "Auto-Submitted: auto-generated",  # RFC 3834: asks holiday notices to stay silent
    ]
    return "".join(f"{line}{CRLF}" for line in lines).encode("ascii")


@lru_cache(1024)
def _addressed(header: str, address: str, name: str = "") -> str:
    """From or To, by the name given or that of the address; a long one goes on in the next line."""
    written = formataddr((CONTROL.sub(" ", name or parseaddr(address)[0]), bare(address)), "utf-8")
    return f"{header}: {Header(written, header_name=header).encode(linesep=CRLF)}"


def _body(envelope: Envelope) -> bytes:
    """The words of the letter; as text and as HTML the program shows the one it likes best (RFC 2046, 5.1.4)."""
    text = _part('text/plain; charset="utf-8"', _lines(envelope.text))
    if not envelope.html:
        return text
    between = BOUNDARY.format(f"body_{envelope.id}")
    html = _part('text/html; charset="utf-8"', _lines(envelope.html))
    head = f'Content-Type: multipart/alternative; boundary="{between}"\r\n\r\n'
    return f"{head}--{between}\r\n".encode() + text + f"--{between}\r\n".encode() + html + f"--{between}--\r\n".encode()


def _lines(text: str) -> bytes:
    """Text as it travels: every line ends with CRLF, whatever it ended with before (RFC 2046, 4.1.1)."""
    return LINE_END.sub(CRLF, text).encode()


def _attached(name: str, media_type: str, content: bytes) -> bytes:
    kind = MEDIA_TYPE.fullmatch(media_type.lower())
    if kind is None or kind[1] in {"multipart", "message"}:  # a file is a file, never a mail within the mail
        media_type = "application/octet-stream"
    return _part(media_type.lower(), content, _filename(name))


def _filename(name: str) -> str:
    plain = CONTROL.sub(" ", name).replace("/", "_").replace("\\", "_").strip() or "file"
    if len(plain) > LONGEST_NAME:
        stem, dot, kind = plain.rpartition(".")
        kind = f"{dot}{kind}" if stem and len(kind) < 6 else ""
        plain = plain[: LONGEST_NAME - len(kind)] + kind
    return f"Content-Disposition: attachment;{CRLF} filename*={encode_rfc2231(plain, 'utf-8')}{CRLF}"


def _part(media_type: str, content: bytes, disposition: str = "") -> bytes:
    head = f"Content-Type: {media_type}\r\nContent-Transfer-Encoding: base64\r\n{disposition}\r\n"
    return head.encode("ascii") + encodebytes(content).replace(b"\n", b"\r\n")
