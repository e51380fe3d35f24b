"""The way out by a mail server: SMTP with TLS and login as the operator's URL says (RFC 5321, 3207, 4954)."""

from __future__ import annotations

import re
import ssl
from asyncio import WriteTransport
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from ipaddress import ip_address
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from aiosmtplib import SMTP, SMTPException, SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused

from portal.delivery.way import Failed, Passing, Permanent, TooLarge, cause

TIMEOUT = 60.0
"""Seconds one command of the conversation may take."""
TOO_LARGE = {552, 523}
"""Reply codes by which a server says that the mail is larger than it takes (RFC 5321 4.2.3, RFC 4468)."""


class Smtp:
    """Speaks to one mail server; a connection that did well is used again for the next mail."""

    def __init__(self, url: str, timeout: float = TIMEOUT) -> None:
        split = urlsplit(url)
        self.reached = _reached(split)
        self._login = (unquote(split.username or ""), unquote(split.password or ""))
        self._timeout = timeout
        self._tls = ssl.create_default_context()
        self._idle: list[SMTP] = []

    async def send(self, id: str, between: tuple[str, str], mail: bytes) -> None:
        """Hand one mail to the server. Raises Passing or Permanent."""
        with _passing("connect"):  # a refused greeting or login says nothing about this letter
            smtp = await self._awake() or await self._called()
        async with _hanging_up(smtp):
            with _judged():
                await smtp.sendmail(between[0], [between[1]], mail)
        self._idle.append(smtp)

    async def rest(self) -> None:
        """Take leave of the server."""
        while self._idle:
            with suppress(SMTPException, OSError):
                async with _hanging_up(self._idle.pop(), always=True) as smtp:
                    await smtp.quit()

    async def _awake(self) -> SMTP | None:
        """A connection from before, if the server has not hung up meanwhile."""
        while self._idle:
            with suppress(SMTPException, OSError):
                async with _hanging_up(self._idle.pop()) as smtp:
                    await smtp.rset()
                return smtp
        return None

    async def _called(self) -> SMTP:
        smtp = SMTP(**self.reached, timeout=self._timeout, tls_context=self._tls)
        await smtp.connect()
        async with _hanging_up(smtp):
            if any(self._login):
                await smtp.login(*self._login)
        return smtp


@asynccontextmanager
async def _hanging_up(smtp: SMTP, always: bool = False) -> AsyncIterator[SMTP]:
    """Cut the line at once after a failure: a TLS line closed politely would outlive the conversation."""
    line, well = smtp.transport, False
    try:
        yield smtp
        well = not always
    finally:
        if not well:
            smtp.close()
            if isinstance(line, WriteTransport):
                line.abort()


def _reached(url: SplitResult) -> dict[str, Any]:
    """How to reach the server. A password never travels in the clear: with one, TLS is a must off this machine."""
    host = url.hostname or "localhost"
    secret = url.password is not None and not _this_machine(host)
    return {
        "hostname": host,
        "port": url.port or (465 if url.scheme == "smtps" else 587 if secret else 25),
        "use_tls": url.scheme == "smtps",
        "start_tls": False if url.scheme == "smtps" else True if secret else None,
    }


def _this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@contextmanager
def _passing(where: str) -> Iterator[None]:
    try:
        yield
    except SMTPResponseException as error:
        raise Passing(f"{where} {_codes(error)}") from None
    except (SMTPException, OSError) as error:
        raise Passing(f"{where} {cause(error)}") from None


@contextmanager
def _judged() -> Iterator[None]:
    try:
        yield
    except SMTPRecipientsRefused as error:
        raise _verdict("RCPT", error.recipients[0]) from None
    except SMTPSenderRefused as error:
        raise _verdict("MAIL", error) from None
    except SMTPResponseException as error:
        raise _verdict("DATA", error) from None
    except (SMTPException, OSError) as error:
        raise Passing(f"sending {cause(error)}") from None


def _verdict(command: str, error: SMTPResponseException) -> Failed:
    why = f"{command} {_codes(error)}"
    if error.code in TOO_LARGE:
        return TooLarge(why)
    return Permanent(why) if 500 <= error.code < 600 else Passing(why)


def _codes(error: SMTPResponseException) -> str:
    """Reply code and enhanced status code (RFC 3463), as in "550 5.1.1"."""
    status = re.match(r"[245]\.\d{1,3}\.\d{1,3}", str(error.message))
    return f"{error.code} {status[0]}" if status else str(error.code)
