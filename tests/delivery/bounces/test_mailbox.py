"""A real IMAP server: what is new is dealt with once, people's mails stay unread, a server that is away is told so."""

from __future__ import annotations

import imaplib
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from portal.cases.arrival import acknowledgement
from portal.delivery import outbox
from portal.delivery.bounces.mailbox import Unreachable, opened
from portal.delivery.bounces.returned import Returns
from portal.security.keys import Keys
from portal.security.tokens import new_id
from portal.storage.database import Database
from tests.delivery.bounces.given import dsn, simple
from tests.delivery.given import TOWN, envelope
from tests.serving import free_port, listening
from tests.waiting import until

WORD = "p@ss/word"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """An IMAP server with one mailbox, empty at first."""
    number = free_port()
    words = ["--host", "127.0.0.1", "--port", str(number), "--no-tls", "dict", "--demo-user", "post"]
    command = [str(Path(sys.executable).with_name("pymap")), *words, "--demo-password", WORD]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            until(lambda: listening(number), what="the IMAP server")
            yield number
        finally:
            process.kill()


@pytest.fixture
def line(port: int) -> Iterator[imaplib.IMAP4]:
    """A mail program at the same mailbox."""
    with imaplib.IMAP4("127.0.0.1", port) as line:
        line.login("post", WORD)
        line.select()
        yield line


def url(port: int, word: str = "p%40ss%2Fword", folder: str = "") -> str:
    return f"imap://post:{word}@127.0.0.1:{port}/{folder}"


def test_each_mail_is_dealt_with_once_and_peoples_stay_unread(
    port: int, line: imaplib.IMAP4, database: Database, keys: Keys, now: datetime
) -> None:
    letter, stranger = envelope(), new_id()
    with database.writing() as db:
        outbox.post(db, keys, letter, now)
        outbox.delivered(db, outbox.lease(db, now, 1)[0], now)
    for mail in (dsn(letter.id), simple("不在のお知らせ"), simple("Re: 聞きたいことがあります"), dsn(stranger)):
        line.append("INBOX", "", None, mail.replace(b"\n", b"\r\n"))  # type: ignore[arg-type]
    returns = Returns(database, keys, url(port), ["990027", TOWN], acknowledgement.came_back)
    assert returns.look() == Counter(bounced=1, automatic=1, other=2)
    assert returns.look() == Counter()
    line.noop()
    unread = line.uid("SEARCH", "UNSEEN")[1][0].split()
    assert len(unread) == 2, "a person's mail, and a report about nothing of ours"
    fresh = Returns(database, keys, url(port), [TOWN], acknowledgement.came_back)
    assert fresh.look() == Counter(other=2), "after a new start"


def test_a_mailbox_that_cannot_be_read_is_told_by_a_code(port: int) -> None:
    for wrong in (url(port, word="wrong"), url(port, folder="Nowhere"), url(free_port())):
        with pytest.raises(Unreachable) as told, opened(wrong):
            pass
        assert WORD not in str(told.value)
        assert str(told.value) in {"error", "ConnectionRefusedError"}
