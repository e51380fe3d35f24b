"""The mailbox that letters return to, by IMAP (RFC 9051): what is new in it, and what has been dealt with."""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

TIMEOUT = 60.0
"""Seconds one answer of the server may take."""
MOST = 200
"""Mails of one look; the next look goes on."""
READ = 1_000_000
"""Bytes of a mail that are read: what a report says stands at its beginning, the letter it returns may be large."""
SINCE = re.compile(rb'INTERNALDATE "([^"]+)"')


class Unreachable(Exception):
    """The mailbox cannot be read just now; the text is a code."""


class Arrived(NamedTuple):
    """A mail: its number in the mailbox, when the server got it, its bytes."""

    uid: str
    at: datetime
    mail: bytes


class Mailbox:
    """An open mailbox."""

    def __init__(self, line: imaplib.IMAP4) -> None:
        self._line = line

    def unseen(self, known: set[str]) -> Iterator[Arrived]:
        """Mails nobody has read yet but those `known`; looking marks none of them as read."""
        numbers = b" ".join(part for part in _answer(self._line.uid("SEARCH", "UNSEEN")) if isinstance(part, bytes))
        new = [uid for uid in numbers.decode("ascii").split() if uid not in known]
        for uid in new[:MOST]:
            found = _answer(self._line.uid("FETCH", uid, f"(INTERNALDATE BODY.PEEK[]<0.{READ}>)"))
            for part in found:
                if isinstance(part, tuple):
                    yield Arrived(uid, _moment(part[0]), part[1])

    def done(self, uid: str) -> None:
        """Mark a mail as read."""
        _answer(self._line.uid("STORE", uid, "+FLAGS.SILENT", r"(\Seen)"))


@contextmanager
def opened(url: str) -> Iterator[Mailbox]:
    """imap[s]://user:password@host:port/FOLDER, INBOX unless told. Off this machine a password travels by TLS alone.

    Raises Unreachable, also for whatever fails while it is open.
    """
    try:
        split = urlsplit(url)
        with _leaving(_called(split)) as line:
            _enter(line, split)
            yield Mailbox(line)
    except (imaplib.IMAP4.error, OSError, ValueError, UnicodeError) as error:
        raise Unreachable(type(error).__name__) from None


@contextmanager
def _leaving(line: imaplib.IMAP4) -> Iterator[imaplib.IMAP4]:
    """Take leave in the end, whether or not the other side still listens."""
    try:
        yield line
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            line.logout()


def _called(url: SplitResult) -> imaplib.IMAP4:
    host = url.hostname or "localhost"
    if url.scheme == "imaps":
        return imaplib.IMAP4_SSL(host, url.port or 993, ssl_context=ssl.create_default_context(), timeout=TIMEOUT)
    return imaplib.IMAP4(host, url.port or 143, timeout=TIMEOUT)


def _enter(line: imaplib.IMAP4, url: SplitResult) -> None:
    if url.scheme == "imap" and not _this_machine(url.hostname or "localhost"):
        line.starttls(ssl.create_default_context())
    line.login(unquote(url.username or ""), unquote(url.password or ""))
    folder = unquote(url.path.strip("/")) or "INBOX"
    _answer(line.select('"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'))


def _this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _answer(told: tuple[str, Any]) -> list[bytes | tuple[bytes, bytes] | None]:
    """What the server says, a line or a line with what it announces; None where there is nothing."""
    kind, found = told
    if kind != "OK":
        raise imaplib.IMAP4.error(kind)
    return list(found)


def _moment(head: bytes) -> datetime:
    """When the server got a mail, as it says; long ago where it does not say."""
    found = SINCE.search(head)
    if found is None:
        return datetime(1970, 1, 1, tzinfo=UTC)
    return datetime.strptime(found[1].decode("ascii").strip(), "%d-%b-%Y %H:%M:%S %z")
