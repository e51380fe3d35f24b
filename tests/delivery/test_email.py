"""Real conversations with a real mail server: accepted, refused for now, refused for good, cut off, encrypted."""

from __future__ import annotations

import asyncio
import datetime
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult

from portal.delivery.email import Smtp
from portal.delivery.message import Stamp, message
from portal.delivery.way import Passing, Permanent, TooLarge
from tests.delivery.certificates import believed, issued
from tests.delivery.given import Mailbox, envelope, mail_server

BETWEEN = ("yorisoi@town.example", "welfare@town.example")
WHEN = datetime.datetime(2026, 11, 24, 1, 0, tzinfo=datetime.UTC)


def a_mail() -> bytes:
    return message(envelope(), Stamp(BETWEEN[0], WHEN))


def sent(url: str, mails: int = 1) -> None:
    """Send as a worker does, one after another, then rest."""

    async def all_of_them() -> None:
        way = Smtp(url)
        for _ in range(mails):
            await way.send("e1", BETWEEN, a_mail())
        await way.rest()

    asyncio.run(all_of_them())


def test_a_letter_arrives_word_for_word() -> None:
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        sent(f"smtp://127.0.0.1:{port}")
    assert mailbox.to == ["welfare@town.example"]
    assert mailbox.taken[0]["Subject"] == "4827-1936-52 特別給付金を受けとる"


def test_one_conversation_carries_many_letters() -> None:
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        sent(f"smtp://127.0.0.1:{port}", mails=3)
    assert (len(mailbox.taken), mailbox.connections) == (3, 1)


def test_a_server_that_hung_up_in_a_pause_is_called_again() -> None:
    mailbox = Mailbox()

    async def two_letters(port: int) -> None:
        way = Smtp(f"smtp://127.0.0.1:{port}")
        await way.send("e1", BETWEEN, a_mail())
        way._idle[0].close()
        await way.send("e2", BETWEEN, a_mail())
        await way.rest()

    with mail_server(mailbox) as port:
        asyncio.run(two_letters(port))
    assert (len(mailbox.taken), mailbox.connections) == (2, 2)


ANSWERS = {
    "mailbox busy": ("rcpt", "450 4.2.1 welfare@town.example is busy", Passing, "RCPT 450 4.2.1"),
    "greylisted": ("rcpt", "451 please come back", Passing, "RCPT 451"),
    "no such mailbox": ("rcpt", "550 5.1.1 <welfare@town.example> unknown", Permanent, "RCPT 550 5.1.1"),
    "disk full": ("data", "452 4.3.1 out of space", Passing, "DATA 452 4.3.1"),
    "looks like spam": ("data", "554 5.7.1 no, 山田 花子", Permanent, "DATA 554 5.7.1"),
    "too large": ("data", "552 5.3.4 too big", TooLarge, "DATA 552 5.3.4"),
    "going down": ("data", "421 4.3.2 closing", Passing, "DATA 421 4.3.2"),
    "cut off in the middle": ("data", "hang up", Passing, "sending cut off"),
    "cut off after taking it": ("data", "take and hang up", Passing, "sending cut off"),
}


@pytest.mark.parametrize(("at", "reply", "verdict", "why"), ANSWERS.values(), ids=ANSWERS.keys())
def test_what_a_server_says_decides(at: str, reply: str, verdict: type[Exception], why: str) -> None:
    mailbox = Mailbox()
    getattr(mailbox, at).append(reply)
    with mail_server(mailbox) as port, pytest.raises(verdict) as failed:
        sent(f"smtp://127.0.0.1:{port}")
    assert failed.type is verdict
    assert failed.value.why == why  # type: ignore[attr-defined]


def test_a_server_that_is_away_is_a_passing_trouble() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        with pytest.raises(Passing, match=r"^connect refused$"):
            sent(f"smtp://127.0.0.1:{nobody.getsockname()[1]}")


def test_a_size_limit_is_noticed_before_anything_is_sent() -> None:
    with mail_server(Mailbox(), data_size_limit=100) as port, pytest.raises(TooLarge):
        sent(f"smtp://127.0.0.1:{port}")


@pytest.fixture
def certificate(tmp_path: Path) -> Iterator[ssl.SSLContext]:
    """A certificate for this machine that this test's clients believe."""
    with believed(issued("127.0.0.1", ca=True), tmp_path) as context:
        yield context


def test_encryption_is_used_when_offered(certificate: ssl.SSLContext) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox, certificate) as port:
        sent(f"smtp://127.0.0.1:{port}")
    assert mailbox.secure == [True]


def test_a_stranger_between_us_gets_nothing(certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    mailbox = Mailbox()
    with mail_server(mailbox, certificate) as port, pytest.raises(Passing, match=r"^connect certificate 18$"):
        sent(f"smtp://127.0.0.1:{port}")
    assert mailbox.taken == []


def test_the_password_of_the_url_is_shown_to_the_server(certificate: ssl.SSLContext) -> None:
    shown: list[tuple[bytes, bytes]] = []

    def check(server: object, session: object, envelope: object, mechanism: str, data: object) -> AuthResult:
        shown.append((data.login, data.password))  # type: ignore[attr-defined]
        return AuthResult(success=data.password == b"p@ss/word", handled=False)  # type: ignore[attr-defined]

    mailbox = Mailbox()
    with mail_server(mailbox, certificate, authenticator=check, auth_required=True) as port:
        sent(f"smtp://clerk%40town:p%40ss%2Fword@127.0.0.1:{port}")
        with pytest.raises(Passing, match=r"^connect 535"):
            sent(f"smtp://clerk%40town:wrong@127.0.0.1:{port}")
    assert shown[0] == (b"clerk@town", b"p@ss/word")
    assert len(mailbox.taken) == 1


def test_a_password_never_goes_in_the_clear_to_another_machine() -> None:
    way = Smtp("smtp://clerk:secret@mail.town.example")
    assert (way.reached["start_tls"], way.reached["port"]) == (True, 587)
    assert Smtp("smtps://clerk:secret@mail.town.example").reached["use_tls"] is True
    assert Smtp("smtps://clerk:secret@mail.town.example").reached["port"] == 465
    assert Smtp("smtp://localhost:1025").reached["start_tls"] is None
