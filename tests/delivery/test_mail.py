"""The way by mail: files go along as far as they fit, and what is to be sealed leaves sealed or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import pkcs7

from portal.delivery.email import Smtp
from portal.delivery.eml import Folder
from portal.delivery.envelope import Paper
from portal.delivery.mail import Mail, carrier, printed, within
from portal.delivery.message import BadAddress
from portal.delivery.way import Passing, Permanent
from portal.settings import Settings
from portal.storage.files import File
from tests.delivery.certificates import Issued, issued, rsa_key
from tests.delivery.given import TOWN, Mailbox, envelope, mail_server
from tests.typesetting.test_document import DATA


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def settings(mailbox: Mailbox, tmp_path: Path) -> Iterator[Settings]:
    with mail_server(mailbox) as port:
        url = f"smtp://127.0.0.1:{port}"
        yield Settings(var=tmp_path, smtp_url=url, mail_limit=100, certificates=str(tmp_path))


@pytest.fixture
def theirs(tmp_path: Path) -> Issued:
    """The certificate of a department, in its file."""
    made = issued("welfare@town.example", key=rsa_key())
    (tmp_path / "welfare.pem").write_bytes(made.pem)
    return made


def send(settings: Settings, now: datetime, *contents: bytes, **changes: object) -> None:
    """One letter, with uploaded files of these contents."""
    files = [File(f"f{n}", TOWN, "case", f"{n}.jpg", "image/jpeg", content) for n, content in enumerate(contents)]

    async def once() -> None:
        way = Mail(settings, lambda: now, lambda letter: files)
        try:
            await way.send(envelope(files=tuple(file.id for file in files), **changes), now)
        finally:
            await way.rest()

    asyncio.run(once())


def attached(mailbox: Mailbox) -> list[str]:
    return [part.get_filename() or "" for part in mailbox.taken[-1].iter_attachments()]


def test_uploaded_files_go_along_as_far_as_they_fit(settings: Settings, mailbox: Mailbox, now: datetime) -> None:
    send(settings, now, bytes(60), bytes(60), bytes(40))
    assert attached(mailbox) == ["case-4827-1936-52.json", "0.jpg", "2.jpg"]


def test_a_server_of_small_letters_gets_it_without_files(settings: Settings, mailbox: Mailbox, now: datetime) -> None:
    mailbox.data = ["552 5.3.4 too big"]
    send(settings, now, bytes(60))
    assert attached(mailbox) == ["case-4827-1936-52.json"]


def test_files_fit_one_after_another() -> None:
    sizes = [File("f", TOWN, "c", "n", "image/jpeg", bytes(size)) for size in (50, 60, 50, 1)]
    assert within(100, [sizes[0], None, *sizes[1:]]) == [sizes[0], sizes[2]]


def test_a_sealed_mail_tells_the_road_its_headers_and_its_reader_the_rest(
    settings: Settings, mailbox: Mailbox, theirs: Issued, now: datetime
) -> None:
    send(settings, now, b"photo", subject="4827-1936-52", key="welfare.pem")
    (mail,) = mailbox.taken
    assert mail["Subject"] == "4827-1936-52"
    assert (mail.get_content_type(), mail.get_param("smime-type")) == ("application/pkcs7-mime", "enveloped-data")
    assert "山田" not in mail.as_string()
    opened = pkcs7.pkcs7_decrypt_der(mail.get_content(), theirs.certificate, theirs.key, [])  # type: ignore[arg-type]
    inside = message_from_bytes(opened, policy=policy.default)
    assert "「特別給付金」の申しこみが届きました。" in inside.get_body().get_content()  # type: ignore[union-attr]
    assert [part.get_filename() for part in inside.iter_attachments()] == ["case-4827-1936-52.json", "0.jpg"]  # type: ignore[attr-defined]


def test_without_its_certificate_a_mail_stays_here(settings: Settings, mailbox: Mailbox, now: datetime) -> None:
    with pytest.raises(Passing, match=r"^certificate missing$"):
        send(settings, now, key="welfare.pem")
    assert mailbox.connections == 0


def test_a_new_certificate_lets_go_what_waited(
    settings: Settings, mailbox: Mailbox, now: datetime, tmp_path: Path
) -> None:
    old = issued("welfare@town.example", key=rsa_key(), end=datetime(2026, 11, 1, tzinfo=now.tzinfo))
    (tmp_path / "welfare.pem").write_bytes(old.pem)
    with pytest.raises(Passing, match=r"^certificate expired 2026-11-01$"):
        send(settings, now, key="welfare.pem")
    (tmp_path / "welfare.pem").write_bytes(issued("welfare@town.example", key=rsa_key()).pem)
    send(settings, now, key="welfare.pem")
    assert len(mailbox.taken) == 1


def test_an_address_that_is_none_is_refused_for_good(settings: Settings, now: datetime) -> None:
    with pytest.raises(Permanent, match=r"^BadAddress$"):
        send(settings, now, to="nobody")


def test_a_sender_that_is_none_is_noticed_at_once(now: datetime) -> None:
    with pytest.raises(BadAddress):
        Mail(Settings(mail_from="nobody"), lambda: now, lambda letter: [])


def test_the_operators_url_chooses_who_carries(tmp_path: Path) -> None:
    assert isinstance(carrier(Settings(smtp_url="smtp://localhost:1025")), Smtp)
    assert isinstance(carrier(Settings(var=tmp_path)), Folder)


def test_papers_are_set_when_the_letter_leaves(caplog: pytest.LogCaptureFixture) -> None:
    good, bad = Paper("a.pdf", "receipt", DATA), Paper("b.pdf", "receipt", {"title": "himitsu"})
    letter = printed(envelope(papers=(bad, good)))
    assert [one.name for one in letter.enclosures] == ["case-4827-1936-52.json", "a.pdf"]
    assert letter.enclosures[1].content[:5] == b"%PDF-"
    assert not letter.papers
    assert "goes without its receipt.typ" in caplog.text
    assert "himitsu" not in caplog.text


def test_a_letter_with_papers_goes_out_with_them(settings: Settings, mailbox: Mailbox, now: datetime) -> None:
    send(settings, now, papers=(Paper("a.pdf", "receipt", DATA),))
    assert [one.get_filename() for one in mailbox.taken[0].iter_attachments()] == ["case-4827-1936-52.json", "a.pdf"]
