"""`delivery try`: each channel for real, and in plain words what came of it and what to mend."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks import Webhook

from portal.cli import main
from tests.cli.delivery.conftest import run
from tests.cli.delivery.given import served
from tests.delivery.certificates import issued, rsa_key
from tests.delivery.given import Mailbox, mail_server
from tests.delivery.webhook.given import HOST, SECRET, Behaviour, System, listening, says

PLACE = ("try", "kasumigahama", "welfare")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    monkeypatch.setenv("YORISOI_CERTIFICATES", str(tmp_path))
    monkeypatch.setenv("YORISOI_INTERNAL_HOSTS", HOST)
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "990019-welfare").write_text(f"{SECRET}\n")
    return tmp_path


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Tries a department with these channels: exit code and what is told."""

    def told(*channels: dict[str, Any]) -> tuple[int, str]:
        served(monkeypatch, *channels)
        return run(*PLACE), capsys.readouterr().out

    return told


def written(folder: Path) -> EmailMessage:
    """The mail that lies in the folder."""
    (path,) = (folder / "outbox").iterdir()
    return message_from_bytes(path.read_bytes(), policy=policy.default)  # type: ignore[return-value]


def test_without_a_mail_server_it_says_where_the_mail_lies(tried: Any, folder: Path) -> None:
    code, told = tried({"kind": "email"}, {"kind": "api"})
    assert code == 0
    assert "email, whole to welfare@town.example: works" in told
    (path,) = (folder / "outbox").iterdir()
    assert str(path) in told
    assert "api: nothing to try" in told
    assert "list kasumigahama" in told
    mail = written(folder)
    assert mail["Subject"].startswith("【試し】かすみがはま市")
    assert "個人の情報もありません" in mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]


def test_a_mail_server_that_takes_it(tried: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        monkeypatch.setenv("YORISOI_SMTP_URL", f"smtp://127.0.0.1:{port}")
        code, told = tried({"kind": "email", "style": "notice"}, {"kind": "batch", "every": "week"})
    assert (code, len(mailbox.taken)) == (0, 2)
    assert "email, notice to welfare@town.example: works" in told
    assert "batch, each week to welfare@town.example: works" in told


def test_a_mail_server_that_refuses_the_receiver(tried: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    mailbox = Mailbox()
    mailbox.rcpt = ["550 5.1.1 no such mailbox"]
    with mail_server(mailbox) as port:
        monkeypatch.setenv("YORISOI_SMTP_URL", f"smtp://127.0.0.1:{port}")
        code, told = tried({"kind": "email"})
    assert code == 1
    assert "did not work\n    why: the address does not exist (RCPT 550 5.1.1)\n" in told
    assert "what to do: correct the department's address" in told


def test_a_mail_server_that_is_not_there(tried: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("YORISOI_SMTP_URL", f"smtp://127.0.0.1:{nobody.getsockname()[1]}")
        code, told = tried({"kind": "email"})
    assert code == 1
    assert "nothing listens at that host and port (connect refused)" in told


def test_a_certificate_that_is_missing_keeps_the_mail_here(tried: Any, folder: Path) -> None:
    sealed = {"kind": "email", "certificate": "welfare.pem"}
    code, told = tried(sealed)
    assert code == 1
    assert "the department's certificate is not there" in told
    assert not (folder / "outbox").exists()
    (folder / "welfare.pem").write_bytes(issued("a@town.example", key=rsa_key()).pem)
    code, told = tried(sealed)
    assert code == 0
    assert "email, whole, sealed (S/MIME) to welfare@town.example: works" in told
    assert written(folder).get_content_type() == "application/pkcs7-mime"


@contextmanager
def system(folder: Path, *behaviours: Behaviour, by_us: bool = True) -> Iterator[System]:
    """The department's system, in a thread of its own while the command runs."""
    ready, over, found = threading.Event(), threading.Event(), list[System]()

    async def serve() -> None:
        async with listening(folder, *behaviours, by_us=by_us) as listened:
            found.append(listened)
            ready.set()
            await asyncio.to_thread(over.wait)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    ready.wait(20)
    try:
        yield found[0]
    finally:
        over.set()
        thread.join()


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The host's name is this machine's."""
    real = socket.getaddrinfo

    def here(host: Any, *given: Any, **more: Any) -> Any:
        return real("127.0.0.1" if host == HOST else host, *given, **more)

    monkeypatch.setattr(socket, "getaddrinfo", here)


@pytest.mark.usefixtures("known")
def test_a_system_that_takes_it(tried: Any, folder: Path) -> None:
    with system(folder) as listening:
        code, told = tried({"kind": "webhook", "url": listening.url})
        (asked,) = listening.asked
    assert (code, f"webhook to {listening.url}: works" in told) == (0, True)
    assert json.loads(asked.body)["type"] == "portal.tried"
    assert Webhook(SECRET).verify(asked.body, asked.headers)["data"] == {}


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("behaviour", "by_us", "why"),
    [
        (says("404 No"), True, "has no door here, or keeps it shut (POST 404)"),
        (says("301 Moved", "Location: /"), True, "sends us elsewhere, and we follow nobody (POST 301)"),
        (says("204 Yes"), False, "nobody we know vouches for the server's certificate (POST certificate 18)"),
    ],
)
def test_a_system_that_does_not(tried: Any, folder: Path, behaviour: Behaviour, by_us: bool, why: str) -> None:
    with system(folder, behaviour, by_us=by_us) as listening:
        code, told = tried({"kind": "webhook", "url": listening.url})
    assert code == 1
    assert why in told


def test_a_system_nobody_knows_or_nobody_may_call(tried: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*given: Any, **more: Any) -> Any:
        raise socket.gaierror

    assert "is not on the open net (target not allowed)" in tried({"kind": "webhook", "url": "https://127.0.0.1/"})[1]
    with monkeypatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", nowhere)
        assert "nobody knows the host's name (POST DNS)" in tried({"kind": "webhook", "url": f"https://{HOST}/"})[1]


def test_without_its_secret_it_says_how_to_make_one(tried: Any) -> None:
    code, told = tried({"kind": "webhook", "url": f"https://{HOST}/", "secret": "other"})
    assert code == 1
    assert "make one with `yorisoi delivery secret TOWN DEPARTMENT`" in told


def test_a_sender_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YORISOI_MAIL_FROM", "nobody")
    served(monkeypatch, {"kind": "email"})
    with pytest.raises(SystemExit, match="YORISOI_MAIL_FROM"):
        main(["delivery", *PLACE])
