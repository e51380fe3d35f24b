"""An envelope as an e-mail (RFC 5322): what a clerk's mail program opens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.encoders import encode_base64
from email.header import Header
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr, parseaddr
from functools import lru_cache

from portal.delivery.envelope import Envelope
from portal.language.dates import JAPAN
from portal.storage.files import File

# The older half of the email package: the newer parses every header it writes, and took longer than all the rest.
LINES = compat32.clone(linesep="\r\n")
CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")
MEDIA_TYPE = re.compile(r"([a-z0-9][a-z0-9!#$&^_.+-]*)/([a-z0-9][a-z0-9!#$&^_.+-]*)")
ADDRESS = re.compile(r"[\x21-\x3f\x41-\x7e]+@[A-Za-z0-9.-]+")


class BadAddress(ValueError):
    """No mail can go to or from this address."""


@dataclass(frozen=True)
class Stamp:
    """What stays the same however often a letter goes out: sender, and when it was posted."""

    sender: str
    posted: datetime


def message(envelope: Envelope, stamp: Stamp, files: Iterable[File] = ()) -> bytes:
    """The whole mail, CRLF line ends. Message-ID and X-Yorisoi-Id come from the envelope's id, so that a
    mail sent twice is known as one. Raises BadAddress.
    """
    mail = MIMEMultipart()
    mail["From"] = _written(stamp.sender)
    mail["To"] = _written(envelope.to)
    mail["Subject"] = Header(CONTROL.sub(" ", envelope.subject).strip(), "utf-8", header_name="Subject").encode()
    mail["Date"] = format_datetime(stamp.posted.astimezone(JAPAN))
    mail["Message-ID"] = f"<{envelope.id}@{bare(stamp.sender).partition('@')[2]}>"
    mail["X-Yorisoi-Id"] = envelope.id
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: asks holiday notices to stay silent
    mail.attach(MIMEText(envelope.text, "plain", "utf-8"))
    for one in envelope.enclosures:
        mail.attach(_attached(one.name, one.media_type, one.text.encode()))
    for file in files:
        mail.attach(_attached(file.name, file.media_type, file.content))
    return mail.as_bytes(policy=LINES)


@lru_cache(1024)
def bare(address: str) -> str:
    """The address alone, as the server wants it: "Name <a@b.jp>" gives "a@b.jp". Raises BadAddress."""
    found = parseaddr(address)[1]
    if CONTROL.search(address) or not ADDRESS.fullmatch(found):
        raise BadAddress
    return found


@lru_cache(1024)
def _written(address: str) -> str:
    return formataddr((CONTROL.sub(" ", parseaddr(address)[0]), bare(address)), "utf-8")


def _attached(name: str, media_type: str, content: bytes) -> MIMEBase:
    kind = MEDIA_TYPE.fullmatch(media_type.lower())
    main, sub = kind.groups() if kind else ("application", "octet-stream")
    if main in {"multipart", "message"}:  # a file is a file, never a mail within the mail
        main, sub = "application", "octet-stream"
    filename = CONTROL.sub(" ", name).replace("/", "_").replace("\\", "_").strip() or "file"
    part = MIMEBase(main, sub)
    part.set_payload(content)
    encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", filename))
    return part
