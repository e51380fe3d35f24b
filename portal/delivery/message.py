"""An envelope as an e-mail (RFC 5322): what a clerk's mail program opens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from portal.delivery.envelope import Envelope
from portal.language.dates import JAPAN
from portal.storage.files import File

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
    mail = EmailMessage(policy=SMTP)
    mail["From"] = _written(stamp.sender)
    mail["To"] = _written(envelope.to)
    mail["Subject"] = CONTROL.sub(" ", envelope.subject).strip()
    mail["Date"] = format_datetime(stamp.posted.astimezone(JAPAN))
    mail["Message-ID"] = f"<{envelope.id}@{bare(stamp.sender).partition('@')[2]}>"
    mail["X-Yorisoi-Id"] = envelope.id
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: asks holiday notices to stay silent
    mail.set_content(envelope.text, cte="base64")
    for one in envelope.enclosures:
        _attach(mail, one.name, one.media_type, one.text.encode())
    for file in files:
        _attach(mail, file.name, file.media_type, file.content)
    return mail.as_bytes()


def bare(address: str) -> str:
    """The address alone, as the server wants it: "Name <a@b.jp>" gives "a@b.jp". Raises BadAddress."""
    found = parseaddr(address)[1]
    if CONTROL.search(address) or not ADDRESS.fullmatch(found):
        raise BadAddress
    return found


def _written(address: str) -> Address:
    try:
        return Address(parseaddr(address)[0], addr_spec=bare(address))
    except (ValueError, MessageError, IndexError):
        raise BadAddress from None


def _attach(mail: EmailMessage, name: str, media_type: str, content: bytes) -> None:
    kind = MEDIA_TYPE.fullmatch(media_type.lower())
    main, sub = kind.groups() if kind else ("application", "octet-stream")
    if main in {"multipart", "message"}:  # a file is a file, never a mail within the mail
        main, sub = "application", "octet-stream"
    filename = CONTROL.sub(" ", name).replace("/", "_").replace("\\", "_").strip() or "file"
    mail.add_attachment(content, maintype=main, subtype=sub, filename=filename)
